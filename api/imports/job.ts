import { giveIn, isBatched, sayingOf } from '#api/batches/giving.ts';
import { pooled } from '#api/batches/pool.ts';
import { isProblem } from '#api/problems.ts';
import type { Runner } from '#commands/run.ts';
import type { Actor } from '#domain/role.ts';
import type { Imports } from '#vault/imports.ts';
import type { JudgedRow, Step } from './judge.ts';
import { partOf, toBeDone } from './plan.ts';

/** More at once are written to the journal and the tables together, which costs less for each. */
const AT_ONCE = 64;
const BEAT_MS = 500;
/** The commands that say which batch they are of. */
const TELLING = new Set(['registerEquipment', 'correctEquipmentDetails', 'moveEquipment']);

export interface Job {
  readonly importId: string;
  readonly actor: Actor;
  readonly rows: readonly JudgedRow[];
  /** How many of the rows to be done are done already, and what came of those that failed. */
  readonly from: number;
  readonly failures: Readonly<Record<string, string>>;
  readonly idOf: (row: number) => string;
}

export interface JobDeps {
  readonly runner: Runner;
  readonly imports: Imports;
  /** Names the process that carries it out. */
  readonly process: string;
  /** ms since 1970 */
  readonly clock: () => number;
}

export interface Running {
  readonly stop: () => void;
  /** How far it is: all rows before this are done. */
  readonly done: () => number;
  readonly failures: () => Readonly<Record<string, string>>;
  /** True: all is done; false: it was stopped. Rejects when the journal cannot be reached. */
  readonly ended: Promise<boolean>;
}

const inputOf = ({ command, input }: Step, batchId: string): unknown =>
  TELLING.has(command) ? { ...input, batchId } : input;

/** Carries out the rows of an import, some at once; each may be repeated without harm. */
export function startJob({ runner, imports, process, clock }: JobDeps, job: Job): Running {
  const { importId, actor, idOf } = job;
  const rows = toBeDone(job.rows);
  const failures = new Map(Object.entries(job.failures));
  const busy = new Set<number>();
  let begun = job.from;
  let stopped = false;
  let beat = clock();
  const done = () => Math.min(begun, ...busy);

  async function failureOf(row: JudgedRow): Promise<string | undefined> {
    for (const step of row.steps) {
      if (!isBatched(step.command)) continue;
      const about = { id: step.id ?? idOf(row.row), actor, batchId: importId };
      const given = { ...about, input: inputOf(step, importId), part: partOf(step.command, row.row) };
      const finished = await giveIn(runner, step.command, given);
      if (isProblem(finished)) return sayingOf(finished);
    }
    return undefined;
  }

  const tell = async (): Promise<void> => {
    const progress = { done: done(), failures: Object.fromEntries(failures) };
    if (!(await imports.progress(importId, process, progress))) stopped = true;
  };

  async function carryOut(row: JudgedRow, index: number): Promise<void> {
    busy.add(index);
    begun = Math.max(begun, index + 1);
    const failure = await failureOf(row);
    if (failure === undefined) failures.delete(String(row.row));
    else failures.set(String(row.row), failure);
    busy.delete(index);
    if (clock() - beat < BEAT_MS) return;
    beat = clock();
    await tell();
  }

  /** The others need not go on where the journal cannot be reached. */
  function giveUp(fault: unknown): never {
    stopped = true;
    throw fault;
  }

  async function all(): Promise<boolean> {
    const left = rows.slice(job.from);
    let before = job.from;
    for (const wave of Map.groupBy(left, (row) => row.wave).values()) {
      const at = before;
      const goesOn = () => !stopped;
      if (stopped) break;
      await pooled(wave, { width: AT_ONCE, goesOn }, (row, n) => carryOut(row, at + n).catch(giveUp));
      before += wave.length;
    }
    await tell();
    return !stopped && done() === rows.length;
  }

  return {
    stop: () => {
      stopped = true;
    },
    done,
    failures: () => Object.fromEntries(failures),
    ended: all(),
  };
}
