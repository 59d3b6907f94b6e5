import { z } from 'zod';
import type { BatchDone, BatchRequest, EquipmentBatchAction } from '#api/contract/batches.ts';
import type { BulkResult } from '#api/contract/answers.ts';
import type { Problem } from '#api/contract/problem.ts';
import { faultsOf } from '#api/http/handlers.ts';
import { isProblem } from '#api/problems.ts';
import { equipmentCommands } from '#commands/registry.ts';
import type { Runner } from '#commands/run.ts';
import { commandOf } from '#domain/batch/rules.ts';
import type { Actor } from '#domain/role.ts';
import { giveIn } from './giving.ts';
import { pooled } from './pool.ts';
import { lastOf, resultOf, tally } from './resulting.ts';

const AT_ONCE = 16;
const TITLES: Readonly<Record<EquipmentBatchAction, string>> = {
  moveEquipment: 'Moved',
  checkInEquipment: 'Checked in',
  printLabels: 'Labels printed',
  retireEquipment: 'Retired',
};

const inputOf = (value: unknown) => z.looseObject({}).parse(value);

/** One command on many things, as one batch; each is done or refused for itself. */
export async function startBatch(
  runner: Runner,
  actor: Actor,
  { batchId, action, ids, input = {}, title }: BatchRequest & { readonly batchId: string },
): Promise<Omit<BatchDone, 'batch'> | Problem> {
  const name = commandOf[action];
  const told = equipmentCommands[name].input.safeParse({ ...inputOf(input), batchId });
  if (!told.success) return faultsOf(told.error);

  const batch = { id: batchId, batchId, actor };
  const begun = { action, size: ids.length, title: title ?? TITLES[action] };
  const started = await giveIn(runner, 'startBatch', { ...batch, input: begun, part: 'startBatch' });
  if (isProblem(started)) return started;

  const results: BulkResult[] = [];
  await pooled(ids, { width: AT_ONCE }, async (id, n) => {
    const given = { id, actor, batchId, input: told.data, part: `${name} ${id}` };
    results[n] = resultOf(id, await giveIn(runner, name, given));
  });
  const finished = await giveIn(runner, 'finishBatch', {
    ...batch,
    input: tally(results),
    part: 'finishBatch',
  });
  if (isProblem(finished)) return finished;
  return {
    batchId,
    results,
    position: String(finished.position > BigInt(lastOf(results)) ? finished.position : lastOf(results)),
  };
}
