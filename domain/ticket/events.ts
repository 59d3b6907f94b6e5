import { z } from 'zod';
import { kind, type EventOf } from '../event.ts';
import { fieldValues } from '../category/fields.ts';
import {
  categoryId,
  checklistItemId,
  commentId,
  equipmentId,
  imageId,
  roomId,
  ticketId,
  userId,
} from '../ids.ts';
import { personal } from '../personal.ts';
import * as w from './words.ts';

const none = z.object({});
export const ticketEvents = {
  TicketOpened: kind(
    ['record'],
    z.object({
      number: z.int().positive(),
      title: w.title,
      description: personal(w.description, 'requesterId'),
      requesterId: userId,
      roomId,
      categoryId: categoryId.nullable(),
      equipmentIds: z.array(equipmentId),
      urgency: w.urgency,
      channel: w.channel,
      fields: fieldValues,
    }),
  ),
  TicketRetitled: kind(['title'], z.object({ title: w.title })),
  TicketDescribed: kind(['description'], z.object({ description: personal(w.description, 'actor') })),
  TicketCategorised: kind(['category'], z.object({ categoryId: categoryId.nullable(), fields: fieldValues })),
  TicketMovedToRoom: kind(['room'], z.object({ roomId })),
  UrgencyChanged: kind(['urgency'], z.object({ urgency: w.urgency })),
  TicketPrioritised: kind(['priority'], z.object({ priority: w.priority })),
  TicketTagged: kind(['tags'], z.object({ tag: w.tag })),
  TicketUntagged: kind(['tags'], z.object({ tag: w.tag })),
  TicketAccepted: kind(['assignment', 'status'], z.object({ assigneeId: userId })),
  /** A new ticket is open from then on. */
  TicketAssigned: kind(['assignment', 'status'], z.object({ assigneeId: userId })),
  TicketUnassigned: kind(['assignment'], none),
  TicketPutOnHold: kind(['status'], z.object({ reason: w.reason, until: w.instant.nullable() })),
  TicketResumed: kind(['status'], none),
  CommentAdded: kind(
    ['conversation'],
    z.object({ commentId, body: personal(w.commentBody, 'actor'), visibility: w.visibility }),
  ),
  CommentRedacted: kind(['conversation'], z.object({ commentId, reason: w.reason })),
  ImageAttached: kind(['images'], z.object({ imageId, kind: w.imageKind })),
  ImageRemoved: kind(['images'], z.object({ imageId })),
  EquipmentLinked: kind(['equipment'], z.object({ equipmentId })),
  EquipmentUnlinked: kind(['equipment'], z.object({ equipmentId })),
  TicketsRelated: kind(['relations'], z.object({ ticketId })),
  TicketsUnrelated: kind(['relations'], z.object({ ticketId })),
  ChecklistItemAdded: kind(['checklist'], z.object({ itemId: checklistItemId, text: w.checklistText })),
  ChecklistItemTicked: kind(['checklist'], z.object({ itemId: checklistItemId })),
  ChecklistItemUnticked: kind(['checklist'], z.object({ itemId: checklistItemId })),
  ChecklistItemRemoved: kind(['checklist'], z.object({ itemId: checklistItemId })),
  WatcherAdded: kind(['watchers'], z.object({ userId })),
  WatcherRemoved: kind(['watchers'], z.object({ userId })),
  WorkLogged: kind(['work'], z.object({ minutes: w.minutes, note: personal(w.note, 'actor') })),
  TicketResolved: kind(['status'], z.object({ resolution: w.reason })),
  TicketClosed: kind(['status'], none),
  TicketReopened: kind(['status'], z.object({ reason: w.reason })),
  TicketRejected: kind(['status'], z.object({ reason: w.reason })),
  TicketCancelled: kind(['status'], z.object({ reason: w.note })),
  TicketMerged: kind(['status'], z.object({ into: ticketId })),
  TicketUnmerged: kind(['status'], none),
  SatisfactionRated: kind(['rating'], z.object({ score: w.score, comment: personal(w.note, 'actor') })),
} as const;

export type TicketEvent = EventOf<typeof ticketEvents>;
