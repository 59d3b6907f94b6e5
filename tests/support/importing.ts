import { expect } from 'vitest';
import type { ImportAnswer } from '#api/contract/imports.ts';
import type { TestApp } from './app.ts';
import type { Answer, Client } from './client.ts';

type Csv = string | Buffer<ArrayBuffer>;
type Choices = Record<string, string>;

export const importOf = ({ body }: Answer) => body as unknown as ImportAnswer;

/** Files that are sent, checked and carried out. */
export function importing(app: TestApp) {
  /** What the file would come to, for this person. */
  async function send(person: Client, kind: string, csv: Csv, more: Choices = {}): Promise<Answer> {
    await app.daybook.projector.waitFor(app.daybook.ends(), 5_000);
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind, ...more })) form.set(name, value);
    form.set('file', new Blob([csv]), 'list.csv');
    return person.send('/api/imports', { method: 'POST', body: form });
  }
  const check = async (person: Client, kind: string, csv: Csv, more: Choices = {}) =>
    importOf(await send(person, kind, csv, more));

  async function finished(person: Client, importId: string): Promise<ImportAnswer> {
    const now = async () => importOf(await person.get(`/api/imports/${importId}`));
    await expect.poll(async () => (await now()).status, { timeout: 20_000 }).toBe('Finished');
    return now();
  }
  async function carryOut(person: Client, kind: string, csv: Csv, more: Choices = {}) {
    const { importId } = await check(person, kind, csv, more);
    const run = await person.post(`/api/imports/${importId}/run`, { skipFaults: true });
    expect(run.status).toBe(202);
    return finished(person, importId);
  }
  /** Reads what has been written until now. */
  const after = () => ({ 'daybook-after': String(app.daybook.ends()) });
  return { send, check, finished, carryOut, after };
}

export type Importing = ReturnType<typeof importing>;
