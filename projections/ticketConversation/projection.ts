import type { Visibility } from '#domain/ticket/words.ts';
import type { DomainEvent } from '#domain/catalogue.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { id, ordinal, text, word } from '#projections/columns.ts';
import { changing, projection, type RecordedOf, type Sight } from '#projections/projection.ts';
import { shortWords } from '#projections/search.ts';
import { DESK_NAME, ERASED_USER, nameShown, textShown } from '#projections/words.ts';
import type { TicketConversationRow } from './row.ts';

type Row = TicketConversationRow;
type Said = Pick<Row, 'kind' | 'body'> & Partial<Pick<Row, 'commentId' | 'visibility' | 'minutes'>>;

function said(event: Recorded, { look }: Sight, what: Said): Row {
  return {
    eventId: event.eventId,
    ticketId: event.entityId,
    commentId: null,
    authorId: event.by,
    authorName: look.user(event.by) ?? DESK_NAME,
    visibility: 'public',
    redacted: null,
    minutes: null,
    occurredAt: event.at,
    recordedAt: event.recordedAt,
    position: String(event.position),
    ...what,
  };
}

/** The same line with other words; who said it first and when stays. */
const reworded = (row: Row | null, body: string): Row | null => row && { ...row, body };

const keyOf = (event: Recorded, item: string): string => `${event.entityId}/${item}`;

/** Which lines an event is about. */
function keysOf(event: Recorded): string | readonly string[] {
  if (event.type === 'TicketOpened') return [keyOf(event, 'title'), keyOf(event, 'description')];
  if (event.type === 'TicketRetitled') return keyOf(event, 'title');
  if (event.type === 'TicketDescribed') return keyOf(event, 'description');
  if (event.type === 'CommentAdded' || event.type === 'CommentRedacted')
    return keyOf(event, event.data.commentId);
  return keyOf(event, event.eventId);
}

const CHANGING: readonly DomainEvent['type'][] = ['TicketRetitled', 'TicketDescribed', 'CommentRedacted'];

function opened(_: Row | null, event: RecordedOf<'TicketOpened'>, sight: Sight): Row {
  const { title, description } = event.data;
  if (sight.key.endsWith('/title')) return said(event, sight, { kind: 'title', body: title });
  return said(event, sight, { kind: 'description', body: textShown(description) });
}

/** A report says two things at one position: its title and its description. */
const placeOf = ({ position, kind }: Row): bigint =>
  BigInt(position) * 2n + (kind === 'description' ? 1n : 0n);

export const ticketConversation = projection<Row>({
  name: 'ticket_conversation',
  version: 2,
  keys: keysOf,
  creates: ({ type }) => !CHANGING.includes(type),
  columns: {
    ticket_id: id((row) => row.ticketId),
    author_id: id((row) => row.authorId),
    visibility: word((row) => row.visibility satisfies Visibility),
    place: ordinal(placeOf),
    body: text((row) => row.body),
    short_words: text((row) => shortWords(row.body)),
  },
  indexes: [['author_id']],
  cluster: 'place',
  fullText: ['body', 'short_words'],
  apart: ['body'],
  on: {
    TicketOpened: opened,
    TicketRetitled: (row, { data }) => reworded(row, data.title),
    TicketDescribed: (row, { data }) => reworded(row, textShown(data.description)),
    CommentAdded: (_, event, sight) => {
      const { commentId, visibility, body } = event.data;
      return said(event, sight, { kind: 'comment', commentId, visibility, body: textShown(body) });
    },
    CommentRedacted: (row, event, { look }) =>
      row && {
        ...row,
        body: '',
        redacted: { reason: event.data.reason, byName: look.user(event.by) ?? DESK_NAME, at: event.at },
      },
    WorkLogged: (_, event, sight) => {
      const { minutes, note } = event.data;
      return said(event, sight, { kind: 'work', visibility: 'internal', minutes, body: textShown(note) });
    },
    TicketResolved: (_, event, sight) =>
      said(event, sight, { kind: 'resolution', body: event.data.resolution }),
    TicketPutOnHold: (_, event, sight) => said(event, sight, { kind: 'hold', body: event.data.reason }),
    TicketReopened: (_, event, sight) => said(event, sight, { kind: 'reopening', body: event.data.reason }),
    TicketRejected: (_, event, sight) => said(event, sight, { kind: 'rejection', body: event.data.reason }),
    // Who takes a report back need not say why.
    TicketCancelled: (_, event, sight) =>
      event.data.reason === '' ? null : said(event, sight, { kind: 'cancellation', body: event.data.reason }),
  },
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => [
      changing<Row>('author_id', entityId, { authorName: nameShown(data.name) }),
    ],
    UserErased: ({ entityId }) => [changing<Row>('author_id', entityId, { authorName: ERASED_USER })],
  },
});
