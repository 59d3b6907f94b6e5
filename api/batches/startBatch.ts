import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BatchDone, BatchRequest, EquipmentBatchAction } from '#api/contract/batches.ts';
import type { BulkResult } from '#api/contract/answers.ts';
import type { Problem } from '#api/contract/problem.ts';
import { faultsOf } from '#api/http/handlers.ts';
import type { Log } from '#api/log.ts';
import { isProblem, rejected } from '#api/problems.ts';
import { equipmentCommands } from '#commands/registry.ts';
import type { Runner } from '#commands/run.ts';
import { commandOf } from '#domain/batch/rules.ts';
import { refuse } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import { giveIn } from './giving.ts';
import { pooled } from './pool.ts';
import { lastOf, resultOf, tally } from './resulting.ts';
import type { Working } from './working.ts';

const AT_ONCE = 16;
const TITLES: Readonly<Record<EquipmentBatchAction, string>> = {
  moveEquipment: 'Moved',
  checkInEquipment: 'Checked in',
  printLabels: 'Labels printed',
  retireEquipment: 'Retired',
};

export interface StartDeps {
  readonly runner: Runner;
  readonly working: Working;
  readonly log: Log;
}
export type ToStart = BatchRequest & { readonly batchId: string };
type Started = Omit<BatchDone, 'batch'>;

const inputOf = (value: unknown) => z.looseObject({}).parse(value);
const leftUndone = (id: string): BulkResult => ({ id, ok: false, problem: rejected(refuse('BatchStopped')) });

/** One command on many things, as one batch; each is done or refused for itself, or left undone once it is stopped. */
export async function startBatch(
  deps: StartDeps,
  actor: Actor,
  { batchId, action, ids, input = {}, title = TITLES[action] }: ToStart,
): Promise<Started | Problem> {
  const { runner } = deps;
  const name = commandOf[action];
  const told = equipmentCommands[name].input.safeParse({ ...inputOf(input), batchId });
  if (!told.success) return faultsOf(told.error);

  const batch = { id: batchId, batchId, actor };
  const begun = { action, size: ids.length, title };
  const started = await giveIn(runner, 'startBatch', { ...batch, input: begun, part: 'startBatch' });
  if (isProblem(started)) return started;
  // One that was stopped, and is sent again, goes on; one that is over tells again what came of it.
  await giveIn(runner, 'takeUpBatch', { ...batch, input: {}, part: randomUUID() });
  return carryOut(deps, { ids, batchId, actor }, (id) =>
    giveIn(runner, name, { id, actor, batchId, input: told.data, part: `${name} ${id}` }),
  );
}

interface Begun {
  readonly ids: readonly string[];
  readonly batchId: string;
  readonly actor: Actor;
}

/** Whatever becomes of it, it is told how far it came. */
async function carryOut(
  { runner, working, log }: StartDeps,
  { ids, batchId, actor }: Begun,
  give: (id: string) => ReturnType<typeof giveIn>,
): Promise<Started | Problem> {
  const work = working.begin(batchId);
  const results = new Map<string, BulkResult>();
  const tell = (how: 'finishBatch' | 'stopBatch') => {
    const input = tally([...results.values()]);
    return giveIn(runner, how, { id: batchId, batchId, actor, input, part: `${how} ${randomUUID()}` });
  };
  try {
    await pooled(ids, { width: AT_ONCE, goesOn: work.goesOn }, async (id) => {
      results.set(id, resultOf(id, await give(id)));
      await work.look();
    });
    const ended = await tell(results.size === ids.length ? 'finishBatch' : 'stopBatch');
    if (isProblem(ended)) return ended;
    const all = ids.map((id) => results.get(id) ?? leftUndone(id));
    const last = lastOf(all);
    return { batchId, results: all, position: ended.position > BigInt(last) ? String(ended.position) : last };
  } catch (fault) {
    await tell('stopBatch').catch((error: unknown) =>
      log.error('a batch was not stopped', { batchId, error }),
    );
    throw fault;
  } finally {
    work.end();
  }
}
