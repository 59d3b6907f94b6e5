import { Readable } from 'node:stream';
import type { Page } from '#projections/readDatabase.ts';
import { headerLine, rowLines, type CsvColumn, type CsvStyle } from './csv.ts';

/** Pages of a list, from its beginning by cursors. */
export type Pages<R> = (cursor: string | undefined) => Promise<Page<R>>;

async function* texts<R>(
  pages: Pages<R>,
  columns: readonly CsvColumn<R>[],
  style: CsvStyle,
): AsyncGenerator<string> {
  // What is wrong with the question shows before the first line is out.
  let page = await pages(undefined);
  yield headerLine(columns, style);
  for (;;) {
    yield rowLines(page.items, columns, style);
    if (page.next === null) return;
    page = await pages(page.next);
  }
}

/** A list as CSV, page by page; rejects where already the first page cannot be had. */
export async function listCsv<R>(
  pages: Pages<R>,
  columns: readonly CsvColumn<R>[],
  style: CsvStyle,
): Promise<Readable> {
  const lines = texts(pages, columns, style);
  const first = await lines.next();
  const all = (async function* () {
    if (!first.done) yield first.value;
    yield* lines;
  })();
  return Readable.from(all, { objectMode: false });
}
