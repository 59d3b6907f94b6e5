import fc from 'fast-check';
import type { EventType } from '#domain/catalogue.ts';
import { anyEquipment, begun } from './arbitraryEquipment.ts';
import { LAPTOPS, registered, stock } from './equipmentStory.ts';
import { ANA, BEN, HALL, ids, KIM, LAB, LEE, PRINTERS } from './people.ts';
import type { Happening } from './recorded.ts';
import { on, opened, renamed } from './story.ts';

const TICKETS = 4;
const ticket = fc.integer({ min: 1, max: TICKETS });
const user = fc.constantFrom(ANA, BEN, KIM, LEE);
const room = fc.constantFrom(LAB, HALL);
const comment = fc.integer({ min: 1, max: 2 });
const item = fc.integer({ min: 1, max: 3 });
const words = fc.constantFrom(
  'paper jam',
  "O'Hara",
  'back\\slash',
  'a "quote"',
  'Überweisung 🖨️',
  '100%',
  "'; drop table x; --",
);
const tag = fc.constantFrom('vpn', 'printer', 'urgent');
const name = fc.constantFrom('Sam', 'Renée', "D'Arcy", 'Kim');
/** Late facts too: an instant may lie before that of the event before. */
const at = fc.option(
  fc.integer({ min: 0, max: 40 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()),
  {
    nil: undefined,
  },
);

const related = fc.tuple(
  fc.constantFrom('TicketsRelated' as const, 'TicketsUnrelated' as const),
  fc.record({ ticketId: ticket.map(ids.ticket) }),
);
const merged = fc.tuple(fc.constant('TicketMerged' as const), fc.record({ into: ticket.map(ids.ticket) }));
const ties = [related, merged, fc.constant(['TicketUnmerged', {}] as const)];

const data: readonly fc.Arbitrary<readonly [type: Parameters<typeof on>[1], data: object]>[] = [
  fc.tuple(fc.constant('TicketRetitled' as const), fc.record({ title: words })),
  fc.tuple(fc.constant('TicketDescribed' as const), fc.record({ description: words })),
  fc.tuple(
    fc.constant('TicketCategorised' as const),
    fc.record({ categoryId: fc.constantFrom(PRINTERS, null), fields: fc.constant({ model: 'X' }) }),
  ),
  fc.tuple(fc.constant('TicketMovedToRoom' as const), fc.record({ roomId: room })),
  fc.tuple(
    fc.constant('UrgencyChanged' as const),
    fc.record({ urgency: fc.constantFrom('low', 'critical') }),
  ),
  fc.tuple(
    fc.constant('TicketPrioritised' as const),
    fc.record({ priority: fc.constantFrom('low', 'urgent') }),
  ),
  fc.tuple(fc.constantFrom('TicketTagged' as const, 'TicketUntagged' as const), fc.record({ tag })),
  fc.tuple(
    fc.constantFrom('TicketAccepted' as const, 'TicketAssigned' as const),
    fc.record({ assigneeId: user }),
  ),
  fc.tuple(
    fc.constantFrom(
      'TicketUnassigned' as const,
      'TicketResumed' as const,
      'TicketClosed' as const,
      'TicketUnmerged' as const,
    ),
    fc.constant({}),
  ),
  fc.tuple(fc.constant('TicketPutOnHold' as const), fc.record({ reason: words, until: fc.constant(null) })),
  fc.tuple(
    fc.constant('CommentAdded' as const),
    fc.record({
      commentId: comment.map(ids.comment),
      body: words,
      visibility: fc.constantFrom('public', 'internal'),
    }),
  ),
  fc.tuple(
    fc.constant('CommentRedacted' as const),
    fc.record({ commentId: comment.map(ids.comment), reason: words }),
  ),
  related,
  fc.tuple(
    fc.constant('ChecklistItemAdded' as const),
    fc.record({ itemId: item.map(ids.item), text: words }),
  ),
  fc.tuple(
    fc.constantFrom('ChecklistItemTicked' as const, 'ChecklistItemRemoved' as const),
    fc.record({ itemId: item.map(ids.item) }),
  ),
  fc.tuple(fc.constantFrom('WatcherAdded' as const, 'WatcherRemoved' as const), fc.record({ userId: user })),
  fc.tuple(
    fc.constant('WorkLogged' as const),
    fc.record({ minutes: fc.integer({ min: 1, max: 60 }), note: words }),
  ),
  fc.tuple(fc.constant('TicketResolved' as const), fc.record({ resolution: words })),
  fc.tuple(
    fc.constantFrom('TicketReopened' as const, 'TicketRejected' as const, 'TicketCancelled' as const),
    fc.record({ reason: words }),
  ),
  merged,
  fc.tuple(
    fc.constant('SatisfactionRated' as const),
    fc.record({ score: fc.integer({ min: 1, max: 5 }), comment: words }),
  ),
];

const toTicket = fc
  .tuple(ticket, fc.oneof(...data), fc.option(user), at)
  .map(([n, [type, what], by, moment]): Happening =>
    on(n, type, what, { by, ...(moment ? { at: moment } : {}) }),
  );
const reported = fc.tuple(ticket, user, room).map(([n, by, roomId]): Happening => opened(n, { by, roomId }));
const renaming = fc.oneof(
  fc.tuple(user, name).map(([id, to]): Happening => renamed(id, to)),
  fc.tuple(room, name).map(([id, to]): Happening => ({
    stream: `room-${id}`,
    event: { type: 'RoomRenamed', data: { name: to, building: '', floor: '' } },
  })),
  fc.tuple(fc.constantFrom(PRINTERS, LAPTOPS), name).map(([id, to]): Happening => ({
    stream: `category-${id}`,
    event: { type: 'CategoryRenamed', data: { name: to } },
  })),
  user.map((id): Happening => ({ stream: `user-${id}`, event: { type: 'UserErased', data: {} } })),
);

/** Tickets are merged into later ones only, and related to others only: rules keep them from circles. */
const inCircle = ({ stream, event }: Happening): boolean => {
  const own = stream.slice(stream.indexOf('-') + 1);
  if ('into' in event.data) return String(event.data.into) <= own;
  return stream.startsWith('ticket-') && 'ticketId' in event.data && event.data.ticketId === own;
};

const beginnings: readonly string[] = ['TicketOpened', 'EquipmentRegistered'] satisfies EventType[];

/** A ticket is reported once, a thing registered once, and nothing happens to them before. */
function possible(story: readonly Happening[]): Happening[] {
  const there = new Set<string>();
  return story.filter((happening) => {
    const { stream, event } = happening;
    if (!/^(ticket|equipment)-/.test(stream)) return true;
    if (inCircle(happening)) return false;
    const opens = beginnings.includes(event.type);
    if (opens === there.has(stream)) return false;
    there.add(stream);
    return true;
  });
}

/** Tickets that are related and merged, which is often taken back. */
export const arbitraryTies = (length: number): fc.Arbitrary<Happening[]> =>
  fc.array(fc.tuple(ticket, fc.oneof(...ties), fc.boolean()), { maxLength: length }).map((tied) => {
    const made = tied.map(([n, [type, what]]) => on(n, type, what));
    const back = tied.flatMap(([n, [type, what], isTakenBack]) =>
      isTakenBack && type === 'TicketsRelated' ? on(n, 'TicketsUnrelated', what) : [],
    );
    const reports = Array.from({ length: TICKETS }, (_, index) => opened(index + 1));
    return possible([...reports, ...made, ...back]);
  });

/** Anything that may happen to a few tickets, things, people and rooms, sensible or not. */
export const arbitraryStory = (length: number): fc.Arbitrary<Happening[]> =>
  fc
    .array(
      fc.oneof(
        { arbitrary: toTicket.map((one) => [one]), weight: 10 },
        { arbitrary: reported.map((one) => [one]), weight: 2 },
        { arbitrary: renaming.map((one) => [one]), weight: 2 },
        { arbitrary: anyEquipment, weight: 12 },
      ),
      { minLength: 1, maxLength: length },
    )
    .map((story) =>
      possible([opened(1), ...stock, ...[1, 2, 3].map((n) => registered(n)), ...begun, ...story.flat()]),
    );
