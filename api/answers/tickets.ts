import { z } from 'zod';
import type * as rows from '#api/contract/rows.ts';
import { fieldValues } from '#domain/category/fields.ts';
import { channel, imageKind, priority, ticketStatus, urgency, visibility } from '#domain/ticket/words.ts';
import { id, instant, optionalId, version } from './words.ts';

/** A row as it is sent: what only staff knows is absent for requesters. */
export type ForAll<R extends rows.TicketQueueRow> = Omit<R, 'internalNotes'> & {
  readonly internalNotes?: number | undefined;
};

const queueShape = {
  ticketId: id,
  number: z.int(),
  title: z.string(),
  status: ticketStatus,
  priority,
  urgency,
  channel,
  requesterId: id,
  requesterName: z.string(),
  assigneeId: optionalId,
  assigneeName: z.string().nullable(),
  roomId: id,
  roomName: z.string(),
  categoryId: optionalId,
  categoryName: z.string().nullable(),
  tags: z.array(z.string()),
  comments: z.int(),
  internalNotes: z.int().optional().describe('Not for requesters.'),
  pendingUntil: instant.nullable(),
  openedAt: instant,
  updatedAt: instant,
  resolvedAt: instant.nullable(),
  merged: z.strictObject({ into: id, before: ticketStatus }).nullable(),
  ...version,
};
export const ticketQueueRow = z.strictObject(queueShape).meta({ id: 'TicketQueueRow' });
ticketQueueRow satisfies z.ZodType<ForAll<rows.TicketQueueRow>>;

export const called = z.strictObject({ ticketId: id, number: z.int(), title: z.string() });

export const ticketPageRow = z
  .strictObject({
    ...queueShape,
    description: z.string(),
    fields: fieldValues,
    pendingReason: z.string().nullable(),
    resolution: z.string().nullable(),
    reason: z.string().nullable(),
    closedAt: instant.nullable(),
    endedAt: instant.nullable(),
    mergedInto: called.nullable(),
    mergedFrom: z.array(id),
    mergedTickets: z.array(called).describe('Those of `mergedFrom`, as people call them.'),
    watchers: z.array(z.strictObject({ userId: id, name: z.string() })),
    equipmentIds: z.array(id),
    equipment: z
      .array(z.strictObject({ equipmentId: id, tag: z.string(), name: z.string() }))
      .describe('The things of `equipmentIds`, as people call them.'),
    related: z.array(
      called.extend({ madeHere: z.boolean().describe('Else on the other ticket, where it is taken back.') }),
    ),
    images: z.array(z.strictObject({ imageId: id, kind: imageKind, by: optionalId })),
    checklist: z.array(z.strictObject({ itemId: id, text: z.string(), ticked: z.boolean() })),
    minutesWorked: z.int(),
    rating: z.strictObject({ score: z.int(), comment: z.string() }).nullable(),
  })
  .meta({ id: 'TicketPageRow' });
ticketPageRow satisfies z.ZodType<ForAll<rows.TicketPageRow>>;

export const ticketConversationRow = z
  .strictObject({
    eventId: id,
    ticketId: id,
    kind: z.enum([
      'title',
      'description',
      'comment',
      'work',
      'resolution',
      'hold',
      'reopening',
      'rejection',
      'cancellation',
    ]),
    commentId: optionalId,
    authorId: optionalId,
    authorName: z.string(),
    visibility,
    body: z.string(),
    redacted: z.strictObject({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
    minutes: z.int().nullable(),
    occurredAt: instant,
    recordedAt: instant,
    position: version.position,
  })
  .meta({ id: 'TicketConversationRow' });
ticketConversationRow satisfies z.ZodType<rows.TicketConversationRow>;

export const ticketCountRow = z
  .strictObject({ status: ticketStatus, priority, assigneeId: optionalId, count: z.int() })
  .meta({ id: 'TicketCountRow' });
ticketCountRow satisfies z.ZodType<rows.TicketCountRow>;
