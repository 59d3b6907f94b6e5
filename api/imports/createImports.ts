import { randomUUID } from 'node:crypto';
import type { ImportAnswer, ImportKind, ImportOutcome } from '#api/contract/imports.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { Viewer } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { actorOf } from '#api/routes/asking.ts';
import { batch } from '#domain/batch/batch.ts';
import { mayCommand, reachOf, UNRELATED } from '#domain/permissions.ts';
import type { Actor } from '#domain/role.ts';
import { createCarrying, type CarryingDeps } from './carrying.ts';
import { check } from './check.ts';
import type { Mapping } from './columns.ts';
import type { AskedSettings } from './judge.ts';
import { createKept, type Kept } from './kept.ts';
import { idIn, makingOf, rowShown, toBeDone } from './plan.ts';
import { standingFor, type StandingReads } from './standing.ts';
import { readTable } from './table.ts';

export interface ImportDeps extends Omit<CarryingDeps, 'kept'> {
  readonly reads: StandingReads;
}

export interface ToImport {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly settings: AskedSettings;
  readonly mapping: Mapping;
}

export interface Paging {
  readonly outcome?: readonly ImportOutcome[] | undefined;
  /** Rows of the file after this one. */
  readonly after: number;
  readonly limit: number;
}

export interface ImportService {
  /** The id of an import that has been looked at, with what would become of each row. */
  readonly check: (viewer: Viewer, what: ToImport) => Promise<string | Problem>;
  readonly read: (importId: string, paging: Paging) => Promise<Omit<ImportAnswer, 'position'> | undefined>;
  /** Begins, or takes up again; it goes on in the background. */
  readonly run: (viewer: Viewer, importId: string, skipFaults: boolean) => Promise<Problem | undefined>;
  readonly stop: (viewer: Viewer, importId: string) => Promise<Problem | undefined>;
  /** Ends the batch of an import that nobody carries out any more; false where somebody may. */
  readonly settle: (actor: Actor, importId: string) => Promise<boolean>;
  /** Stops all that this process carries out; each can be taken up. */
  readonly close: () => Promise<void>;
}

const mayImport = (viewer: Viewer, kind: ImportKind): boolean =>
  mayCommand(actorOf(viewer), makingOf(kind), UNRELATED);

const fault = (path: string, message: string): Problem => problem('invalid', { errors: [{ path, message }] });

export function createImports({ reads, ...deps }: ImportDeps): ImportService {
  const { imports, runner } = deps;
  const kept = createKept(imports);
  const carrying = createCarrying({ ...deps, kept });

  async function found(viewer: Viewer, importId: string): Promise<Kept | Problem> {
    const one = await kept.find(importId);
    if (!one || !reachOf(viewer.role, 'batches')) return problem('not-found');
    return mayImport(viewer, one.kind) ? one : problem('not-allowed');
  }

  async function obstacle(one: Kept, skipFaults: boolean): Promise<Problem | undefined> {
    const faults = one.told.counts.fault;
    if (faults > 0 && !skipFaults)
      return fault('skipFaults', `${String(faults)} rows are at fault; say that they are left out.`);
    return toBeDone(await kept.rowsOf(one.importId)).length === 0
      ? fault('', 'There is nothing left to import.')
      : undefined;
  }

  async function rowsShown(one: Kept, { outcome, after, limit }: Paging) {
    const failures = carrying.failuresOf(one);
    const rows = (await kept.rowsOf(one.importId))
      .map((row) => rowShown(row, failures[String(row.row)]))
      .filter((row) => row.row > after && (!outcome || outcome.includes(row.outcome)));
    const shown = rows.slice(0, limit);
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.row ?? null) : null };
  }

  return {
    close: carrying.close,
    async settle(actor, importId) {
      const one = await kept.find(importId);
      return one !== undefined && carrying.settle(actor, one);
    },
    async check(viewer, { fileName, bytes, settings, mapping }) {
      const { kind, dateFormat, standing: others } = settings;
      if (!mayImport(viewer, kind)) return problem('not-allowed');
      const read = readTable(bytes);
      if ('fault' in read) return fault('file', read.fault);
      const { table } = read;
      const { encoding, delimiter } = table;
      const importId = randomUUID();
      const standing = await standingFor(reads, viewer, { table, settings, mapping });
      const idOf = idIn(importId, kind);
      const { rows, ...seen } = check({ table, settings, mapping, standing, idOf });
      const told = { fileName, encoding, delimiter, dateFormat, standing: others, ...seen };
      await kept.add({ importId, kind, told }, rows);
      return importId;
    },
    async read(importId, paging) {
      const one = await kept.find(importId);
      if (!one) return undefined;
      const { kind, status, told, createdAt } = one;
      const { state } = await runner.load({ aggregate: batch, id: importId });
      return {
        importId,
        kind,
        ...told,
        status: state.status === 'TakenBack' ? 'TakenBack' : status,
        createdAt: new Date(createdAt).toISOString(),
        progress: carrying.progressOf(one),
        batchId: status === 'Checked' ? null : importId,
        ...(await rowsShown(one, paging)),
      };
    },
    async run(viewer, importId, skipFaults) {
      const one = await found(viewer, importId);
      if (isProblem(one)) return one;
      const why = await obstacle(one, skipFaults);
      if (why) return why;
      if (!(await imports.take(importId, carrying.process)))
        return problem('taken', { detail: 'This import is running or finished.' });
      return carrying.start(actorOf(viewer), one);
    },
    async stop(viewer, importId) {
      const one = await found(viewer, importId);
      if (isProblem(one)) return one;
      return one.status === 'Checked'
        ? problem('taken', { detail: 'This import has not begun.' })
        : carrying.stop(actorOf(viewer), one);
    },
  };
}
