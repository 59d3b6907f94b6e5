import type { Page } from 'playwright-core';
import { z } from 'zod';
import { PASSWORD, signIns } from '#cli/demo/people.ts';
import { pressing } from '../screen.ts';

const roles = ['admin', 'technician', 'requester'] as const;
export type Who = (typeof roles)[number];
export const everybody: readonly (Who | 'nobody')[] = ['nobody', ...roles];

/** Records of the demo that are worth a picture. */
export interface Subjects {
  readonly ticket: number;
  readonly own: number;
  readonly room: string;
  readonly category: string;
  readonly person: string;
  /** Lent to somebody. */
  readonly thing: string;
}

export interface Picture {
  readonly name: string;
  readonly who: Who | 'nobody';
  readonly path: (subjects: Subjects) => string;
  readonly then?: (page: Page) => Promise<void>;
}

export const pictures: readonly Picture[] = [
  { name: 'sign-in', who: 'nobody', path: () => '/sign-in' },
  { name: 'home', who: 'requester', path: () => '/' },
  { name: 'report', who: 'requester', path: () => '/report' },
  { name: 'my-tickets', who: 'requester', path: () => '/tickets' },
  { name: 'my-ticket', who: 'requester', path: ({ own }) => `/tickets/${own}` },
  { name: 'my-ticket-history', who: 'requester', path: ({ own }) => `/tickets/${own}/history` },
  { name: 'profile', who: 'requester', path: () => '/profile' },
  { name: 'queue', who: 'technician', path: () => '/queue?status=New,Open,Pending' },
  {
    name: 'queue-filtered',
    who: 'technician',
    path: () => '/queue?status=New,Open,Pending,Resolved&priority=high,urgent&assignee=me',
  },
  { name: 'queue-empty', who: 'technician', path: () => '/queue?q=zeppelin' },
  { name: 'queue-assign', who: 'technician', path: () => '/queue', then: pressing('j', 'x', 'j', 'x', 'a') },
  { name: 'palette', who: 'technician', path: () => '/queue', then: pressing('Control+k') },
  { name: 'keyboard', who: 'technician', path: () => '/queue', then: pressing('?') },
  { name: 'ticket', who: 'technician', path: ({ ticket }) => `/tickets/${ticket}` },
  { name: 'ticket-category', who: 'technician', path: ({ ticket }) => `/tickets/${ticket}?do=categorise` },
  { name: 'ticket-merge', who: 'technician', path: ({ ticket }) => `/tickets/${ticket}?do=merge` },
  { name: 'history', who: 'technician', path: ({ ticket }) => `/tickets/${ticket}/history?at=3` },
  { name: 'compare', who: 'technician', path: ({ ticket }) => `/tickets/${ticket}/history?with=0&at=6` },
  { name: 'new-ticket', who: 'technician', path: () => '/report' },
  { name: 'rooms', who: 'admin', path: () => '/rooms' },
  { name: 'room', who: 'admin', path: ({ room }) => `/rooms/${room}` },
  { name: 'room-new', who: 'admin', path: () => '/rooms?do=openRoom' },
  { name: 'categories', who: 'admin', path: () => '/categories' },
  { name: 'category', who: 'admin', path: ({ category }) => `/categories/${category}` },
  {
    name: 'category-fields',
    who: 'admin',
    path: ({ category }) => `/categories/${category}?do=changeCategoryFields`,
  },
  { name: 'people', who: 'admin', path: () => '/people' },
  { name: 'person', who: 'admin', path: ({ person }) => `/people/${person}` },
  { name: 'person-deactivate', who: 'admin', path: ({ person }) => `/people/${person}?do=deactivateUser` },
  { name: 'register', who: 'technician', path: () => '/equipment' },
  { name: 'register-lent', who: 'technician', path: () => '/equipment?stage=CheckedOut&sort=dueOn' },
  {
    name: 'register-move',
    who: 'technician',
    path: () => '/equipment',
    then: pressing('j', 'x', 'j', 'x', 'm'),
  },
  { name: 'register-new', who: 'technician', path: () => '/equipment/new' },
  { name: 'thing', who: 'technician', path: ({ thing }) => `/equipment/${thing}` },
  { name: 'thing-check-in', who: 'technician', path: ({ thing }) => `/equipment/${thing}?do=checkIn` },
  {
    name: 'thing-details',
    who: 'technician',
    path: ({ thing }) => `/equipment/${thing}?do=correctEquipmentDetails`,
  },
  { name: 'thing-history', who: 'technician', path: ({ thing }) => `/equipment/${thing}/history` },
  { name: 'report-thing', who: 'technician', path: ({ thing }) => `/report?equipment=${thing}` },
  { name: 'not-found', who: 'technician', path: () => '/tickets/999999' },
];

const listed = <T extends z.ZodType>(row: T) => z.object({ items: z.array(row).min(1) });
const tickets = listed(z.object({ number: z.number(), comments: z.number() }));
const rooms = listed(z.object({ roomId: z.string() }));
const categories = listed(z.object({ categoryId: z.string(), fields: z.array(z.unknown()) }));
const things = listed(z.object({ equipmentId: z.string() }));
const users = listed(z.object({ userId: z.string() }));

async function lentThing(get: (who: Who, path: string) => Promise<unknown>): Promise<string> {
  const { items } = things.parse(await get('technician', '/equipment?stage=CheckedOut'));
  return items[0]?.equipmentId ?? '';
}

/** Chooses among what a running demo has; `get` asks its API as somebody. */
export async function subjectsOf(get: (who: Who, path: string) => Promise<unknown>): Promise<Subjects> {
  const most = async (who: Who, query: string): Promise<number> => {
    const { items } = tickets.parse(await get(who, `/tickets?limit=100&${query}`));
    return items.reduce((best, row) => (row.comments > best.comments ? row : best), {
      number: 1,
      comments: -1,
    }).number;
  };
  const { items: kinds } = categories.parse(await get('admin', '/categories'));
  return {
    ticket: await most('technician', 'status=Open'),
    own: await most('requester', 'status=Open,Resolved'),
    room: rooms.parse(await get('admin', '/rooms')).items[0]?.roomId ?? '',
    category: (kinds.find(({ fields }) => fields.length > 1) ?? kinds[0])?.categoryId ?? '',
    thing: await lentThing(get),
    person: users.parse(await get('admin', '/users?q=Kim')).items[0]?.userId ?? '',
  };
}

/** How somebody of a role signs in to the demo. */
export function credentials(who: Who): { readonly email: string; readonly password: string } {
  const person = signIns.find(({ role }) => role === who);
  if (!person) throw new Error(`Nobody in the demo is ${who}`);
  return { email: person.email, password: PASSWORD };
}
