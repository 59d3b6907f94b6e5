import type { Relation } from '#domain/permissions.ts';
import { firstLine } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { relationTo } from '#projections/ticketAudience/query.ts';
import type { TicketSeen } from './pageFor.ts';
import { ticketThen, type At } from './past.ts';
import { ticketNow } from './present.ts';

export interface TicketRead extends TicketSeen {
  /** How the viewer stands to the ticket. */
  readonly relation: Relation;
}
export type { At };

/** All of one ticket by its id or number; undefined where it does not exist for the viewer, or did not then. */
export async function ticketOf(
  read: ReadDatabase,
  viewer: Viewer,
  idOrNumber: string,
  at?: At,
): Promise<TicketRead | undefined> {
  const ticketId = await idOf(read, idOrNumber);
  if (ticketId === undefined) return undefined;
  const relation = await relationTo(read, viewer, ticketId);
  if (!relation) return undefined;
  const seen = await (at ? ticketThen(read, viewer, { ticketId, at }) : ticketNow(read, viewer, ticketId));
  return seen && { ...seen, relation };
}

const UUID = /^[\da-f-]{36}$/i;

async function idOf(read: ReadDatabase, idOrNumber: string): Promise<string | undefined> {
  if (UUID.test(idOrNumber)) return idOrNumber.toLowerCase();
  if (!/^\d{1,9}$/.test(idOrNumber)) return undefined;
  const line = await firstLine<{ id: string }>(read, 'select id from {ticket_queue} where number = ?', [
    Number(idOrNumber),
  ]);
  return line?.id;
}
