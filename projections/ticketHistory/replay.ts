import type { Recorded } from '#eventstore/journal.ts';
import { alone, eventOf, type AnyFold, type StoredLine } from '#projections/history/line.ts';
import { namesAt, type NamesAt } from '#projections/knownNames/query.ts';
import { untyped, type Look, type Projection } from '#projections/projection.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { ticketPage } from '#projections/ticketPage/projection.ts';
import type { TicketFactsRow } from '#projections/ticketPage/row.ts';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

/** A line of `ticket_history` as it is stored. */
export interface HistoryLine extends StoredLine {
  readonly ticket_id: string;
  readonly internal: number;
}

export interface Stood {
  readonly queue: TicketQueueRow;
  readonly facts: TicketFactsRow;
}
/** An event with the ticket before and after it. */
export interface Replayed {
  readonly line: HistoryLine;
  readonly event: Recorded;
  readonly before: Stood | null;
  readonly after: Stood;
  readonly look: Look;
  readonly names: NamesAt;
}

const COLUMNS = 'id, ticket_id, revision, valid_from, valid_to, internal, entry';

/** Folds each ticket's kept events again, in their order. */
export async function replay(read: ReadDatabase, ticketIds: readonly string[]): Promise<Replayed[]> {
  if (ticketIds.length === 0) return [];
  const sql = `select ${COLUMNS} from {ticket_history} where ticket_id in (${ticketIds.map(() => '?').join(', ')})
    order by ticket_id, revision`;
  const found = await lines<HistoryLine>(read, sql, [...ticketIds]);
  const events = found.map((line) => eventOf(line, 'ticket', line.ticket_id));
  const names = await namesAt(read, events.flatMap(idsIn));
  const states = new Map<string, Stood>();
  return found.flatMap((line, index) => {
    const event = events[index];
    return event ? replayed(line, event, { states, names }) : [];
  });
}

const NAMED = ['requesterId', 'assigneeId', 'roomId', 'categoryId', 'userId'];
function idsIn(event: Recorded): string[] {
  const data: Readonly<Record<string, unknown>> = event.data;
  return [event.by, ...NAMED.map((field) => data[field])].filter((id) => typeof id === 'string');
}

interface Course {
  readonly states: Map<string, Stood>;
  readonly names: NamesAt;
}
function replayed(line: HistoryLine, event: Recorded, { states, names }: Course): Replayed[] {
  const before = states.get(line.ticket_id) ?? null;
  const look = names(event.position);
  const queue = folded<TicketQueueRow>(untyped(ticketQueue), before?.queue ?? null, { event, look });
  const facts = folded<TicketFactsRow>(untyped(ticketPage), before?.facts ?? null, { event, look });
  if (!queue || !facts) return [];
  const after = { queue: named(queue, look), facts };
  states.set(line.ticket_id, after);
  return [{ line, event, before, after, look, names }];
}

function folded<R>(
  from: Projection,
  row: R | null,
  { event, look }: { event: Recorded; look: Look },
): R | null {
  const fold = from.on[event.type] as AnyFold<R> | undefined;
  return fold ? fold(row, event, { look, key: event.entityId, rowOf: alone }) : row;
}

/** With the names that stood at that position: somebody may have been renamed since the last event. */
const named = (row: TicketQueueRow, look: Look): TicketQueueRow => ({
  ...row,
  requesterName: look.user(row.requesterId),
  assigneeName: look.user(row.assigneeId),
  roomName: look.room(row.roomId),
  categoryName: look.category(row.categoryId),
});
