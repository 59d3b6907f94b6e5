import type { Relation } from '#domain/permissions.ts';
import { relationTo } from '#projections/ticketAudience/query.ts';
import { conversationOf } from '#projections/ticketConversation/query.ts';
import type { TicketConversationRow } from '#projections/ticketConversation/row.ts';
import { replay } from '#projections/ticketHistory/replay.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { firstLine } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { mergedFrom, presentTicket } from './present.ts';
import type { TicketFactsRow, TicketPageRow } from './row.ts';

export interface TicketRead {
  readonly ticket: TicketPageRow;
  readonly conversation: readonly TicketConversationRow[];
  /** How the viewer stands to the ticket. */
  readonly relation: Relation;
}
/** The ticket as it stood at a moment (RFC 3339), or after the event of a revision. */
export type At = { readonly asOf: string } | { readonly revision: string };

interface Version {
  readonly queue: TicketQueueRow;
  readonly facts: TicketFactsRow;
}

/** All of one ticket by its id or number; undefined where it does not exist for the viewer, or did not then. */
export async function ticketOf(
  read: ReadDatabase,
  viewer: Viewer,
  idOrNumber: string,
  at?: At,
): Promise<TicketRead | undefined> {
  const ticketId = await idOf(read, idOrNumber);
  const relation = ticketId === undefined ? undefined : await relationTo(read, viewer, ticketId);
  if (ticketId === undefined || !relation) return undefined;
  const version = at ? await versionAt(read, ticketId, at) : await versionNow(read, ticketId);
  if (!version) return undefined;
  const merged = await mergedFrom(read, viewer, { ticketId, ...(at ? { at: version.queue.updatedAt } : {}) });
  const upTo = at ? { upTo: BigInt(version.queue.position) } : {};
  const [ticket, conversation] = await Promise.all([
    presentTicket(read, viewer, { ...version, mergedFrom: merged }),
    conversationOf(read, viewer, { ticketIds: [ticketId, ...merged], ...upTo }),
  ]);
  return { ticket, conversation: conversation.map((row) => asThen(row, version)), relation };
}

async function idOf(read: ReadDatabase, idOrNumber: string): Promise<string | undefined> {
  if (!/^\d{1,9}$/.test(idOrNumber)) return idOrNumber;
  const line = await firstLine<{ id: string }>(read, 'select id from {ticket_queue} where number = ?', [
    Number(idOrNumber),
  ]);
  return line?.id;
}

async function versionNow(read: ReadDatabase, ticketId: string): Promise<Version | undefined> {
  const sql = `select q.doc as queue, p.doc as facts from {ticket_queue} q
    join {ticket_page} p on p.id = q.id where q.id = ?`;
  const line = await firstLine<{ queue: string; facts: string }>(read, sql, [ticketId]);
  return (
    line && {
      queue: JSON.parse(line.queue) as TicketQueueRow,
      facts: JSON.parse(line.facts) as TicketFactsRow,
    }
  );
}

async function versionAt(read: ReadDatabase, ticketId: string, at: At): Promise<Version | undefined> {
  const steps = await replay(read, [ticketId]);
  const stood =
    'revision' in at
      ? steps.find(({ event }) => String(event.revision) === at.revision)
      : steps.findLast(({ line }) => line.valid_from <= Date.parse(at.asOf));
  return stood?.after;
}

/** The description in the words of the version that is shown. */
const asThen = (row: TicketConversationRow, { queue, facts }: Version): TicketConversationRow =>
  row.kind === 'description' && row.ticketId === queue.ticketId ? { ...row, body: facts.description } : row;
