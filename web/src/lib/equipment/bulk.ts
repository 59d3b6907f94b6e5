import { api } from '#lib/api/browser.ts';
import { newKey } from '#lib/commands/give.ts';
import type { BatchDone, BulkResult, EquipmentBatchAction, TakenBack } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import { notices } from '#lib/ui/notices.svelte.ts';

export interface BulkOrder {
  readonly action: Exclude<EquipmentBatchAction, 'printLabels'>;
  readonly ids: readonly string[];
}

const NAMED = 3;

function refusalsInWords(refused: readonly BulkResult[], tagOf: (id: string) => string, m: Messages): string {
  const named = refused
    .slice(0, NAMED)
    .map(({ id, problem }) =>
      m.equipment.bulk.failed(tagOf(id), problem ? m.common.problem(problem) : m.errors.failed),
    );
  const rest = refused.length - named.length;
  return [...named, ...(rest > 0 ? [m.equipment.bulk.failedMore(rest)] : [])].join(' ');
}

/** Says what a batch did and refused, and offers to take it back. */
export function reportBatch(
  { batchId, results }: BatchDone,
  tagOf: (id: string) => string,
  m: Messages,
): void {
  const refused = results.filter(({ ok }) => !ok);
  const done = results.length - refused.length;
  const undo = { label: m.equipment.bulk.undo, run: () => void takeBack(batchId, m) };
  if (done > 0) notices.say(m.equipment.bulk.done(done), 'success', { action: undo });
  if (refused.length > 0) notices.say(refusalsInWords(refused, tagOf, m), 'danger');
}

async function takeBack(batchId: string, m: Messages): Promise<void> {
  const answer = await api.post<TakenBack>(
    `/batches/${batchId}/takeBack`,
    {},
    { 'idempotency-key': newKey() },
  );
  if (!answer.ok) return notices.say(m.common.problem(answer.problem), 'danger');
  const { done, kept } = answer.value.takingBack;
  notices.say(m.equipment.bulk.undone(done), 'success');
  if (kept > 0) notices.say(m.equipment.bulk.kept(kept));
}
