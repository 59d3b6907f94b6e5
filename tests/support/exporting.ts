import { expect } from 'vitest';
import { readTable } from '#api/imports/table.ts';
import { upToDate, type TestApp } from './app.ts';
import type { Person } from './client.ts';

/** Lists as files, and as what stands in them. */
export function exporting(app: TestApp) {
  async function csvOf(person: Person, path: string) {
    await upToDate(app);
    const response = await fetch(app.url + path, { headers: { authorization: `Bearer ${person.token}` } });
    return {
      status: response.status,
      headers: response.headers,
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }
  async function rowsOf(person: Person, path: string): Promise<Record<string, string>[]> {
    const { bytes, status } = await csvOf(person, path);
    expect([status, bytes.subarray(0, 3).toString('hex')]).toEqual([200, 'efbbbf']);
    const read = readTable(bytes);
    if ('fault' in read) expect.fail(JSON.stringify(read.fault));
    const { header, rows } = read.table;
    return rows.map(({ cells }) => Object.fromEntries(header.cells.map((name, n) => [name, cells[n] ?? ''])));
  }
  return { csvOf, rowsOf };
}

export type Exporting = ReturnType<typeof exporting>;
