import { Readable } from 'node:stream';
import { FILE_FORMAT, type RowFile } from './rowFile.ts';
import type { Write } from './write.ts';

/** Whole rows, many of them: what is there under their ids is replaced. */
export interface BulkPut {
  readonly columns: readonly string[];
  readonly file: RowFile;
}

export const bulkOf = (write: Write): BulkPut | undefined =>
  write.kind === 'put' && write.adds === undefined && write.rows.file
    ? { columns: write.columns, file: write.rows.file }
    : undefined;

export const loadSql = (table: string, { columns }: BulkPut): string =>
  `load data local infile 'rows' replace into table ${table} character set binary ${FILE_FORMAT} (${columns.join(',')})`;

export const fileOf = ({ file }: BulkPut): Readable => Readable.from(file.chunks());
