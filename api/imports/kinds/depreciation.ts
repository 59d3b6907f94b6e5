import type { RowReader } from '../rowReader.ts';

const COLUMNS = ['depreciation', 'months', 'percent', 'residual'];
export const tellsDepreciation = (row: RowReader): boolean => COLUMNS.some((column) => row.has(column));

const METHODS = { straightline: 'straightLine', decliningbalance: 'decliningBalance' } as const;

function methodOf(row: RowReader): string {
  const told = row
    .text('depreciation')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  if (told === '') return row.text('percent') === '' ? 'straightLine' : 'decliningBalance';
  return told in METHODS ? METHODS[told as keyof typeof METHODS] : told;
}

/** What the row says of how the value falls, to be parsed; null where it says nothing. */
export function depreciationIn(row: RowReader): object | null {
  if (COLUMNS.every((column) => row.text(column) === '')) return null;
  const method = methodOf(row);
  const residual = row.amount('residual') ?? 0;
  return method === 'decliningBalance'
    ? { method, percent: row.amount('percent') ?? undefined, residual }
    : { method, months: row.amount('months') ?? undefined, residual };
}
