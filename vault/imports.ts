import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Knex } from 'knex';

/** A process that has not been heard of for so long has ended. */
const SILENCE_MS = 15_000;
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

export type ImportStatus = 'Checked' | 'Running' | 'Stopped' | 'Finished';

/** `about` and `plan` are JSON, made and understood by whoever imports. */
export interface KeptImport {
  readonly importId: string;
  readonly kind: string;
  /** One whose process has ended is stopped. */
  readonly status: ImportStatus;
  /** ms since 1970 */
  readonly createdAt: number;
  readonly done: number;
  /** What came of rows that could not be imported, by row. */
  readonly failures: Readonly<Record<string, string>>;
  readonly about: string;
}

export interface Progress {
  readonly done: number;
  readonly failures: Readonly<Record<string, string>>;
}

export interface Imports {
  add(one: Pick<KeptImport, 'importId' | 'kind' | 'about'> & { readonly plan: string }): Promise<void>;
  get(importId: string): Promise<KeptImport | undefined>;
  plan(importId: string): Promise<string | undefined>;
  /** True for the one that may carry it out from now on. */
  take(importId: string, runner: string): Promise<boolean>;
  /** False: somebody has stopped it, or taken it over. */
  progress(importId: string, runner: string, progress: Progress): Promise<boolean>;
  /** The plan is put in the place of the one that was carried out. */
  finish(importId: string, runner: string, plan: string): Promise<void>;
  stop(importId: string): Promise<void>;
}

interface Row {
  readonly import_id: string;
  readonly kind: string;
  readonly status: ImportStatus;
  readonly runner: string | null;
  readonly created_at: number;
  readonly beat_at: number;
  readonly done: number;
  readonly failures: string;
  readonly about: string;
  readonly plan: Uint8Array;
}

const SHOWN = ['import_id', 'kind', 'status', 'created_at', 'beat_at', 'done', 'failures', 'about'] as const;
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Imports while they are looked at and carried out; gone after a week. */
export function createImports(database: Knex, now: () => number): Imports {
  const table = () => database<Row>('imports');
  const silent = () => now() - SILENCE_MS;

  return {
    async add({ importId: import_id, kind, about, plan }) {
      await table()
        .where('created_at', '<', now() - KEPT_MS)
        .where('beat_at', '<', silent())
        .delete();
      const at = { created_at: now(), beat_at: now() };
      const none = { runner: null, done: 0, failures: '{}' };
      await table().insert({
        ...{ import_id, kind, about, ...at, ...none },
        status: 'Checked',
        plan: await zip(plan),
      });
    },
    async get(importId) {
      const row = await table()
        .where({ import_id: importId })
        .first(...SHOWN);
      if (!row) return undefined;
      const { kind, about, done, status, created_at, beat_at } = row;
      const ended = status === 'Running' && beat_at < silent();
      const failures = JSON.parse(row.failures) as KeptImport['failures'];
      return {
        importId,
        kind,
        about,
        done,
        failures,
        createdAt: created_at,
        status: ended ? 'Stopped' : status,
      };
    },
    async plan(importId) {
      const row = await table().where({ import_id: importId }).first('plan');
      return row && (await unzip(row.plan)).toString();
    },
    async take(importId, runner) {
      const taken = await table()
        .where({ import_id: importId })
        .whereRaw("(status in ('Checked', 'Stopped') or (status = 'Running' and beat_at < ?))", [silent()])
        .update({ status: 'Running', runner, beat_at: now() });
      return taken === 1;
    },
    async progress(importId, runner, { done, failures }) {
      const written = await table()
        .where({ import_id: importId, runner, status: 'Running' })
        .update({ done, failures: JSON.stringify(failures), beat_at: now() });
      return written === 1;
    },
    async finish(importId, runner, plan) {
      await table()
        .where({ import_id: importId, runner })
        .update({ status: 'Finished', plan: await zip(plan) });
    },
    async stop(importId) {
      await table().where({ import_id: importId, status: 'Running' }).update({ status: 'Stopped' });
    },
  };
}
