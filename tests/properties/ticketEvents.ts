import fc from 'fast-check';
import type { TicketEvent } from '#domain/ticket/events.ts';
import * as words from '#domain/ticket/words.ts';
import { ANA, BEN, HALL, KIM, LAB, LEE, OTHER, PRINTERS, ids } from '#tests/support/people.ts';
import { opened } from '#tests/support/records.ts';

type DataOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>['data'];

const people = fc.constantFrom(ANA, BEN, KIM, LEE);
const assignee = fc.record({ assigneeId: people });
const user = fc.record({ userId: people });
const comment = fc.constantFrom(ids.comment(1), ids.comment(2));
const image = fc.integer({ min: 1, max: 4 }).map(ids.image);
const item = fc.record({ itemId: fc.constantFrom(ids.item(1), ids.item(2)) });
const equipment = fc.record({ equipmentId: fc.constantFrom(ids.equipment(1), ids.equipment(2)) });
const other = fc.constantFrom(OTHER, ids.ticket(3));
const reason = fc.constantFrom('One reason', 'Another reason');
const tagged = fc.record({ tag: fc.constantFrom('vip', 'printer') });
const nothing = fc.constant({});
const oneOf = <T extends string>(options: readonly T[]) => fc.constantFrom(...options);

const data: { readonly [T in TicketEvent['type']]: fc.Arbitrary<DataOf<T>> } = {
  TicketOpened: fc.constant(opened().data as DataOf<'TicketOpened'>),
  TicketRetitled: fc.record({ title: reason }),
  TicketDescribed: fc.record({ description: fc.constantFrom('Words', { erased: true as const }) }),
  TicketCategorised: fc.record({ categoryId: fc.constantFrom(null, PRINTERS), fields: nothing }),
  TicketMovedToRoom: fc.record({ roomId: fc.constantFrom(LAB, HALL) }),
  UrgencyChanged: fc.record({ urgency: oneOf(words.urgency.options) }),
  TicketPrioritised: fc.record({ priority: oneOf(words.priority.options) }),
  TicketTagged: tagged,
  TicketUntagged: tagged,
  TicketAccepted: assignee,
  TicketAssigned: assignee,
  TicketUnassigned: nothing,
  TicketPutOnHold: fc.record({ reason, until: fc.constantFrom(null, '2026-03-05T00:00:00Z') }),
  TicketResumed: nothing,
  CommentAdded: fc.record({
    commentId: comment,
    body: reason,
    visibility: oneOf(words.visibility.options),
  }),
  CommentRedacted: fc.record({ commentId: comment, reason }),
  ImageAttached: fc.record({ imageId: image, kind: oneOf(words.imageKind.options) }),
  ImageRemoved: fc.record({ imageId: image }),
  EquipmentLinked: equipment,
  EquipmentUnlinked: equipment,
  TicketsRelated: fc.record({ ticketId: other }),
  TicketsUnrelated: fc.record({ ticketId: other }),
  ChecklistItemAdded: fc.record({ itemId: fc.constantFrom(ids.item(1), ids.item(2)), text: reason }),
  ChecklistItemTicked: item,
  ChecklistItemUnticked: item,
  ChecklistItemRemoved: item,
  WatcherAdded: user,
  WatcherRemoved: user,
  WorkLogged: fc.record({ minutes: fc.integer({ min: 1, max: 1_440 }), note: reason }),
  TicketResolved: fc.record({ resolution: reason }),
  TicketClosed: nothing,
  TicketReopened: fc.record({ reason }),
  TicketRejected: fc.record({ reason }),
  TicketCancelled: fc.record({ reason }),
  TicketMerged: fc.record({ into: other }),
  TicketUnmerged: nothing,
  SatisfactionRated: fc.record({ score: fc.integer({ min: 1, max: 5 }), comment: reason }),
};

/** Any event of a ticket, whether or not it makes sense where it comes. */
export const anyTicketEvent: fc.Arbitrary<TicketEvent> = fc
  .constantFrom(...(Object.keys(data) as TicketEvent['type'][]))
  .chain((type) => data[type].map((value) => ({ type, data: value }) as TicketEvent));
