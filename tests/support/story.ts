import type { EventType } from '#domain/catalogue.ts';
import type { Role } from '#domain/role.ts';
import type { Happening } from './recorded.ts';
import { ADA, ANA, AUDREY, BEN, HALL, ids, KIM, LAB, LEE, PRINTERS } from './people.ts';

export const person = (userId: string, name: string, role: Role): Happening => ({
  stream: `user-${userId}`,
  role: 'admin',
  by: ADA,
  event: {
    type: 'UserRegistered' satisfies EventType,
    data: {
      name,
      email: `${name.toLowerCase()}@example.org`,
      phone: '',
      department: role === 'requester' ? 'Sales' : 'IT',
      locale: 'en',
      role,
    },
  },
});

export const renamed = (userId: string, name: string): Happening => ({
  stream: `user-${userId}`,
  role: 'admin',
  by: ADA,
  event: {
    type: 'UserDetailsCorrected' satisfies EventType,
    data: { name, email: `${name.toLowerCase()}@example.org`, phone: '', department: 'IT', locale: 'en' },
  },
});

/** The people, rooms and the category that every story needs. */
export const house: readonly Happening[] = [
  person(ADA, 'Ada', 'admin'),
  person(ANA, 'Ana', 'requester'),
  person(BEN, 'Ben', 'requester'),
  person(KIM, 'Kim', 'technician'),
  person(LEE, 'Lee', 'technician'),
  person(AUDREY, 'Audrey', 'auditor'),
  {
    stream: `room-${LAB}`,
    by: ADA,
    event: { type: 'RoomOpened', data: { name: 'Lab', building: 'Main', floor: '1' } },
  },
  {
    stream: `room-${HALL}`,
    by: ADA,
    event: { type: 'RoomOpened', data: { name: 'Hall', building: 'Main', floor: '0' } },
  },
  {
    stream: `category-${PRINTERS}`,
    by: ADA,
    event: {
      type: 'CategoryCreated',
      data: {
        kind: 'ticket',
        name: 'Printers',
        parentId: null,
        fields: [],
        slaPolicyId: null,
        defaultAssigneeId: KIM,
      },
    },
  },
];

export interface Report {
  readonly title?: string;
  readonly description?: string;
  readonly by?: string;
  readonly roomId?: string;
  readonly urgency?: string;
  readonly at?: string;
}

/** Ticket `n` is reported, by Ana where nobody else is named. */
export const opened = (n: number, { by = ANA, roomId = LAB, at, ...report }: Report = {}): Happening => ({
  stream: `ticket-${ids.ticket(n)}`,
  by,
  role: 'requester',
  ...(at === undefined ? {} : { at }),
  event: {
    type: 'TicketOpened' satisfies EventType,
    data: {
      number: n,
      title: `Report ${String(n)}`,
      description: 'It does not work',
      requesterId: by,
      roomId,
      categoryId: PRINTERS,
      equipmentIds: [],
      urgency: 'normal',
      channel: 'portal',
      fields: {},
      ...report,
    },
  },
});

/** Something happens to ticket `n`, by Kim where nobody else is named. */
export const on = (
  n: number,
  type: EventType,
  data: object = {},
  { by = KIM, at }: { readonly by?: string | null; readonly at?: string } = {},
): Happening => ({
  stream: `ticket-${ids.ticket(n)}`,
  by,
  ...(at === undefined ? {} : { at }),
  event: { type, data },
});

export const said = (n: number, comment: number, body: string, visibility = 'public'): Happening =>
  on(n, 'CommentAdded', { commentId: ids.comment(comment), body, visibility });
