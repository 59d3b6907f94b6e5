import { docsOf, lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import type { TicketFactsRow } from './row.ts';

interface Naming {
  readonly kind: 'ticket' | 'thing';
  readonly id: string;
}

/** The records whose pages name one of the tickets, each once: things, related tickets, and those merged into it. */
export async function namingTickets(
  read: ReadDatabase,
  ticketIds: readonly string[],
): Promise<readonly Naming[]> {
  if (ticketIds.length === 0) return [];
  const marks = ticketIds.map(() => '?').join(', ');
  const ofTheirs = `select doc from {ticket_page} where id in (${marks})`;
  const ofMerged = `select id from {ticket_queue} where merged_into in (${marks})`;
  const [pages, merged] = await Promise.all([
    lines<{ doc: string }>(read, ofTheirs, ticketIds),
    lines<{ id: string }>(read, ofMerged, ticketIds),
  ]);
  const facts = docsOf<TicketFactsRow>(pages);
  const tickets = new Set([
    ...facts.flatMap(({ related, relatedBy }) => [...related, ...relatedBy]),
    ...merged.map(({ id }) => id),
  ]);
  const things = new Set(facts.flatMap(({ equipmentIds }) => equipmentIds));
  return [
    ...Array.from(tickets, (id) => ({ kind: 'ticket', id }) as const),
    ...Array.from(things, (id) => ({ kind: 'thing', id }) as const),
  ];
}
