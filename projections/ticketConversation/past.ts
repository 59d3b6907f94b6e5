import type { Recorded } from '#eventstore/journal.ts';
import { untyped, type Sight } from '#projections/projection.ts';
import type { Replayed } from '#projections/ticketHistory/replay.ts';
import { keysOf } from '#projections/unitFold.ts';
import { shownOf } from './query.ts';
import { ticketConversation } from './projection.ts';
import type { TicketConversationRow } from './row.ts';

type Row = TicketConversationRow;
type AnyFold = (row: Row | null, event: Recorded, sight: Sight) => Row | null;

/**
 * What had been said by then, from the events of some tickets, with the names that stood at the end; what has been
 * redacted since is left out.
 */
export function conversationIn(steps: readonly Replayed[], until: (step: Replayed) => boolean): Row[] {
  const end = steps.reduce(
    (last, step) => (until(step) && step.event.position > last ? step.event.position : last),
    0n,
  );
  const rows = new Map<string, Row>();
  const from = untyped(ticketConversation);
  for (const step of steps) {
    const { event } = step;
    const look = step.names(end);
    const fold = from.on[event.type] as AnyFold | undefined;
    if (!fold || !(until(step) || event.type === 'CommentRedacted')) continue;
    for (const key of keysOf(from, event)) {
      const row = fold(rows.get(key) ?? null, event, { look, key, rowOf: () => null });
      if (row) rows.set(key, row);
    }
  }
  return shownOf([...rows.values()]);
}
