import type { Recorded } from '#eventstore/journal.ts';
import { change } from '#projections/history/changes.ts';
import { eventOf } from '#projections/history/line.ts';
import { namesAt, type NamesAt } from '#projections/knownNames/query.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { EVER_MERGED, survivedBy } from '#projections/ticketMentions/query.ts';
import type { HistoryLine } from './replay.ts';
import type { Change } from './row.ts';

interface Mention extends HistoryLine {
  readonly mentioned: string;
}

/** An event of another ticket that changed what a ticket is related to or survives. */
export interface Elsewhere {
  readonly line: HistoryLine;
  readonly event: Recorded;
  /** The tickets that came or went by it. */
  readonly field: 'mergedFrom' | 'related';
  readonly came: readonly string[];
  readonly went: readonly string[];
  readonly names: NamesAt;
}

/** In the order of the journal; merges into tickets that were merged themselves are told where they bring something. */
export async function elsewhere(read: ReadDatabase, ticketId: string): Promise<Elsewhere[]> {
  const sql = `${EVER_MERGED} select h.id, h.ticket_id, h.revision, h.valid_from, h.valid_to, h.internal, h.entry,
      m.ticket_id as mentioned
    from {ticket_mentions} m join {ticket_history} h on h.id = m.id
    where m.ticket_id in (select id from gone) order by m.id`;
  const mentions = await lines<Mention>(read, sql, [ticketId]);
  const events = mentions.map((line) => eventOf(line, 'ticket', line.ticket_id));
  const names = await namesAt(
    read,
    events.flatMap(({ by }) => by ?? []),
  );
  const into = new Map<string, string>();
  return events.flatMap((event, index) => {
    const line = mentions[index];
    if (!line) return [];
    const told = event.type.startsWith('Tickets')
      ? relating(event, line.mentioned === ticketId)
      : merging(event, ticketId, into);
    return told.map((one) => ({ ...one, line, event, names }));
  });
}

type Brought = Pick<Elsewhere, 'field' | 'came' | 'went'>;

function relating({ type, entityId }: Recorded, isOwn: boolean): Brought[] {
  if (!isOwn) return [];
  const [came, went] = type === 'TicketsRelated' ? [[entityId], []] : [[], [entityId]];
  return [{ field: 'related', came, went }];
}

function merging(event: Recorded, ticketId: string, into: Map<string, string>): Brought[] {
  const had = survivedBy(ticketId, into);
  if (event.type === 'TicketMerged') into.set(event.entityId, event.data.into);
  else into.delete(event.entityId);
  const has = survivedBy(ticketId, into);
  const came = has.filter((id) => !had.includes(id));
  const went = had.filter((id) => !has.includes(id));
  return came.length + went.length === 0 ? [] : [{ field: 'mergedFrom', came, went }];
}

/** What came and went, by the names that the viewer may know. */
export function changesElsewhere(
  { field, came, went }: Elsewhere,
  tickets: ReadonlyMap<string, string>,
): Change[] {
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const shown = tickets.get(id);
      return shown === undefined ? [] : [{ is: id, shown }];
    });
  return [
    ...named(went).flatMap((fact) => change(field, fact)),
    ...named(came).flatMap((fact) => change(field, undefined, fact)),
  ];
}
