import { urlOf, type Query } from '#lib/api/request.ts';

export type ExportedList =
  'tickets' | 'equipment' | 'rooms/board' | 'categories' | 'users' | 'stocktakes' | 'batches';

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Where a list is to be had as a file; a spreadsheet that parts cells by semicolons writes numbers with a comma. */
export const exportOf = (list: ExportedList, query: Query, delimiter: Delimiter): string =>
  urlOf('', `/export/${list}.csv`, { ...query, delimiter, decimal: delimiter === ';' ? ',' : '.' });
