import { category } from '#domain/category/category.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import type { Happened } from '#domain/event.ts';
import type { UserId } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import { room } from '#domain/room/room.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import type { UserEvent } from '#domain/user/events.ts';
import { user } from '#domain/user/user.ts';
import { happened, record, type History } from './given.ts';
import { ADA, ANA, AUDREY, BEN, BOB, HALL, KIM, LAB, LEE, PRINTERS, TICKET } from './people.ts';

type Data<E extends { type: string; data: unknown }, T extends E['type']> = Extract<E, { type: T }>['data'];

export const roomOpened = (name: string): RoomEvent => ({
  type: 'RoomOpened',
  data: { name, building: '', floor: '' },
});
export const aRoom = (id: string, ...events: RoomEvent[]): History =>
  record(room, id, ...[roomOpened('Lab'), ...events].map((event) => happened(event)));

export const registered = (
  role: Role,
  changes: Partial<Data<UserEvent, 'UserRegistered'>> = {},
): UserEvent => ({
  type: 'UserRegistered',
  data: {
    name: 'Somebody',
    email: 'somebody@example.org',
    phone: '',
    department: '',
    locale: 'en',
    role,
    ...changes,
  },
});
export const aUser = (id: string, role: Role, ...events: UserEvent[]): History =>
  record(user, id, ...[registered(role), ...events].map((event) => happened(event)));

export const created = (changes: Partial<Data<CategoryEvent, 'CategoryCreated'>> = {}): CategoryEvent => ({
  type: 'CategoryCreated',
  data: {
    kind: 'ticket',
    name: 'Printers',
    parentId: null,
    fields: [],
    slaPolicyId: null,
    defaultAssigneeId: null,
    ...changes,
  },
});
export const aCategory = (id: string, ...events: CategoryEvent[]): History =>
  record(category, id, ...events.map((event) => happened(event)));

export const opened = (changes: Partial<Data<TicketEvent, 'TicketOpened'>> = {}): TicketEvent => ({
  type: 'TicketOpened',
  data: {
    number: 1,
    title: 'No paper',
    description: 'The printer in the lab is empty.',
    requesterId: ANA,
    roomId: LAB,
    categoryId: null,
    equipmentIds: [],
    urgency: 'normal',
    channel: 'portal',
    fields: {},
    ...changes,
  },
});

/** Events in their order, each by Kim at noon of the first of March unless said otherwise. */
export const by = (event: TicketEvent, who: UserId | null = KIM, at = '2026-03-01T12:00:00Z') =>
  happened(event, who, at);

const isHappened = (event: TicketEvent | Happened<TicketEvent>): event is Happened<TicketEvent> =>
  'by' in event;

/** A ticket that Ana has opened, and what happened then. */
export const ticketWith = (...events: (TicketEvent | Happened<TicketEvent>)[]): History =>
  record(
    ticket,
    TICKET,
    by(opened(), ANA, '2026-03-01T08:00:00Z'),
    ...events.map((event) => (isHappened(event) ? event : by(event))),
  );

/** The people, two open rooms and a category. */
export const desk: readonly History[] = [
  aUser(ANA, 'requester'),
  aUser(BEN, 'requester'),
  aUser(KIM, 'technician'),
  aUser(LEE, 'technician'),
  aUser(AUDREY, 'auditor'),
  aUser(ADA, 'admin'),
  aUser(BOB, 'admin'),
  aRoom(LAB),
  aRoom(HALL),
  aCategory(PRINTERS, created()),
];

export const accepted: TicketEvent = { type: 'TicketAccepted', data: { assigneeId: KIM } };
export const resolved: TicketEvent = { type: 'TicketResolved', data: { resolution: 'Paper filled up' } };
export const closed: TicketEvent = { type: 'TicketClosed', data: {} };
export const onHold = (until: string | null): TicketEvent => ({
  type: 'TicketPutOnHold',
  data: { reason: 'Waiting for paper', until },
});
