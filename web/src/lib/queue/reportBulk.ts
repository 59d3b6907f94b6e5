import type { BulkDone, TicketQueueRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import { notices } from '#lib/ui/notices.svelte.ts';
import type { LiveLines } from '#lib/list/LiveLines.svelte.ts';

const NAMED = 3;

/** Says how many tickets a bulk command changed, and which refused and why. */
export function reportBulk({ results }: BulkDone, list: LiveLines<TicketQueueRow>, m: Messages): void {
  const refused = results.filter(({ ok }) => !ok);
  if (results.length > refused.length)
    notices.say(m.queue.bulkDone(results.length - refused.length), 'success');
  if (refused.length === 0) return;
  const named = refused.slice(0, NAMED).map(({ id, problem }) => {
    const number = list.find(id)?.number ?? 0;
    return m.queue.bulkFailed(number, problem ? m.common.problem(problem) : m.errors.failed);
  });
  const rest = refused.length - named.length;
  notices.say([...named, ...(rest > 0 ? [m.queue.bulkFailedMore(rest)] : [])].join(' '), 'danger');
}
