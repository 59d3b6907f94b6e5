import { ticketEvents } from '#domain/ticket/events.ts';
import { priorityFor } from '#domain/ticket/rules.ts';
import { changing, projection, type RecordedOf, type Sight } from '#projections/projection.ts';
import { onRow, stamp, stamped, typesOf } from '#projections/stamp.ts';
import { ticketCounts } from '#projections/ticketCounts/derived.ts';
import { ticketHistory } from '#projections/ticketHistory/derived.ts';
import { ticketMentions } from '#projections/ticketMentions/derived.ts';
import { ticketTags } from '#projections/ticketTags/derived.ts';
import { ERASED_USER, nameShown } from '#projections/words.ts';
import { columns } from './columns.ts';
import type { TicketQueueRow } from './row.ts';

type Row = TicketQueueRow;

const opened = (_: Row | null, event: RecordedOf<'TicketOpened'>, { look }: Sight): Row => {
  const { number, title, requesterId, roomId, categoryId, urgency, channel } = event.data;
  return {
    ticketId: event.entityId,
    number,
    title,
    status: 'New',
    priority: priorityFor(urgency),
    urgency,
    channel,
    requesterId,
    requesterName: look.user(requesterId),
    assigneeId: null,
    assigneeName: null,
    roomId,
    roomName: look.room(roomId),
    categoryId,
    categoryName: look.category(categoryId),
    tags: [],
    comments: 0,
    internalNotes: 0,
    pendingUntil: null,
    openedAt: event.at,
    resolvedAt: null,
    merged: null,
    ...stamp(null, event),
  };
};

const assigned = (
  row: Row,
  event: RecordedOf<'TicketAccepted' | 'TicketAssigned'>,
  { look }: Sight,
): Row => ({
  ...row,
  assigneeId: event.data.assigneeId,
  assigneeName: look.user(event.data.assigneeId),
  status: row.status === 'New' ? 'Open' : row.status,
});

/** Nothing but an unmerge changes the status of a merged ticket. */
const unlessMerged = <E>(fold: (row: Row, event: E, sight: Sight) => Row) =>
  onRow<Row, E>((row, event, sight) => (row.merged ? row : fold(row, event, sight)));

const turned = (row: Row, status: Row['status'], facts: Partial<Row> = {}): Row => ({
  ...row,
  status,
  pendingUntil: null,
  resolvedAt: null,
  ...facts,
});

const renamed = (userId: string, name: string) => [
  changing<Row>('requester_id', userId, { requesterName: name }),
  changing<Row>('assignee_id', userId, { assigneeName: name }),
];

export const ticketQueue = projection<Row>({
  name: 'ticket_queue',
  version: 3,
  columns,
  indexes: [
    ['status', 'updated_at', 'number'],
    ['status', 'priority', 'number'],
    ['status', 'opened_at', 'number'],
    ['status', 'due_at'],
    ['assignee_id', 'status', 'updated_at', 'number'],
    ['requester_id'],
    ['room_id'],
    ['category_id', 'status', 'updated_at', 'number'],
    ['merged_into'],
  ],
  cluster: 'number',
  derived: [ticketHistory, ticketCounts, ticketTags, ticketMentions],
  on: stamped<Row>(typesOf(ticketEvents), {
    TicketOpened: opened,
    TicketRetitled: onRow((row, { data }) => ({ ...row, title: data.title })),
    TicketCategorised: onRow((row, { data: { categoryId } }, { look }) => ({
      ...row,
      categoryId,
      categoryName: look.category(categoryId),
    })),
    TicketMovedToRoom: onRow((row, { data: { roomId } }, { look }) => ({
      ...row,
      roomId,
      roomName: look.room(roomId),
    })),
    UrgencyChanged: onRow((row, { data }) => ({ ...row, urgency: data.urgency })),
    TicketPrioritised: onRow((row, { data }) => ({ ...row, priority: data.priority })),
    TicketTagged: onRow((row, { data }) =>
      row.tags.includes(data.tag) ? row : { ...row, tags: [...row.tags, data.tag] },
    ),
    TicketUntagged: onRow((row, { data }) => ({ ...row, tags: row.tags.filter((tag) => tag !== data.tag) })),
    TicketAccepted: unlessMerged(assigned),
    TicketAssigned: unlessMerged(assigned),
    TicketUnassigned: onRow((row) => ({ ...row, assigneeId: null, assigneeName: null })),
    TicketPutOnHold: unlessMerged((row, { data }) => turned(row, 'Pending', { pendingUntil: data.until })),
    TicketResumed: unlessMerged((row) => turned(row, 'Open')),
    TicketReopened: unlessMerged((row) => turned(row, 'Open')),
    CommentAdded: onRow((row, { data }) =>
      data.visibility === 'public'
        ? { ...row, comments: row.comments + 1 }
        : { ...row, internalNotes: row.internalNotes + 1 },
    ),
    TicketResolved: unlessMerged((row, { at }) => turned(row, 'Resolved', { resolvedAt: at })),
    TicketClosed: unlessMerged((row) => (row.status === 'Resolved' ? { ...row, status: 'Closed' } : row)),
    TicketRejected: unlessMerged((row) => turned(row, 'Rejected')),
    TicketCancelled: unlessMerged((row) => turned(row, 'Cancelled')),
    TicketMerged: unlessMerged((row, { data }) => ({
      ...row,
      status: 'Merged',
      merged: { into: data.into, before: row.status },
    })),
    TicketUnmerged: onRow((row) => (row.merged ? { ...row, status: row.merged.before, merged: null } : row)),
  }),
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => renamed(entityId, nameShown(data.name)),
    UserErased: ({ entityId }) => renamed(entityId, ERASED_USER),
    RoomRenamed: ({ entityId, data }) => [changing<Row>('room_id', entityId, { roomName: data.name })],
    CategoryRenamed: ({ entityId, data }) => [
      changing<Row>('category_id', entityId, { categoryName: data.name }),
    ],
  },
});
