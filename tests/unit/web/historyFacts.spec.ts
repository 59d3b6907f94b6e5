import { expect, test } from 'vitest';
import { ticketPageRow } from '#api/answers/tickets.ts';
import type { TicketPageRow } from '#api/contract/rows.ts';
import { differences } from '../../../web/src/lib/history/differences.ts';
import { stateFacts, type Stood } from '../../../web/src/lib/history/stateFacts.ts';
import { en } from '../../../web/src/lib/messages/en.ts';
import { row } from './rows.ts';

const reader = { language: 'en', zone: 'Europe/Berlin', theme: 'auto' } as const;
const hrefOf = (imageId: string) => (imageId === 'gone' ? null : `/images/${imageId}`);
const facts = (part: Partial<Stood>) =>
  stateFacts({ ...row(1), ...part }, { m: en, reader, labels: {}, hrefOf });
const differing = (before: Partial<Stood>, after: Partial<Stood>) =>
  differences(facts(before), facts(after)).filter(({ mark }) => mark !== 'same');

/** What never changes, what each event changes, and ids of what is told by its name. */
const UNTOLD = {
  ticketId: 'constant',
  number: 'constant',
  openedAt: 'constant',
  updatedAt: 'each event',
  revision: 'each event',
  position: 'each event',
  requesterId: 'requesterName',
  assigneeId: 'assigneeName',
  roomId: 'roomName',
  categoryId: 'categoryName',
  equipmentIds: 'equipment',
  mergedFrom: 'mergedTickets',
  merged: 'mergedInto',
  endedAt: 'status, resolvedAt and closedAt',
} as const;

const other = { ticketId: 'b', number: 2, title: 'Other' };
const INSTANT = '2026-11-03T09:00:00.000Z';

/** One other value of each that must be seen. */
const changed: Omit<TicketPageRow, keyof typeof UNTOLD> = {
  title: 'Other title',
  status: 'Resolved',
  priority: 'urgent',
  urgency: 'critical',
  channel: 'mail',
  requesterName: 'Ben',
  assigneeName: 'Kim',
  roomName: 'Hall',
  categoryName: 'Printers',
  tags: ['vip'],
  comments: 1,
  internalNotes: 1,
  pendingUntil: INSTANT,
  resolvedAt: INSTANT,
  description: 'It does not work',
  fields: { asset: 'A3' },
  pendingReason: 'A part',
  resolution: 'Swapped',
  reason: 'Not ours',
  closedAt: INSTANT,
  mergedInto: other,
  mergedTickets: [other],
  watchers: [{ userId: 'a', name: 'Ana' }],
  equipment: [{ equipmentId: 'a', tag: 'LT-1', name: 'ThinkPad' }],
  related: [{ ...other, madeHere: true }],
  images: [{ imageId: 'a', kind: 'problem', by: null }],
  checklist: [{ itemId: 'a', text: 'Look', ticked: false }],
  minutesWorked: 5,
  rating: { score: 4, comment: '' },
};

test('each fact of a page that may change is told as it stood', () => {
  expect([...Object.keys(changed), ...Object.keys(UNTOLD)].toSorted()).toEqual(
    Object.keys(ticketPageRow.shape).toSorted(),
  );
  for (const [key, value] of Object.entries(changed))
    expect(differing({}, { [key]: value }), key).toHaveLength(1);
});

test('linked equipment is a difference, by tag and name', () => {
  expect(differing({ equipment: [] }, { equipment: changed.equipment })).toMatchObject([
    { field: 'equipment', mark: 'added', text: 'LT-1 ThinkPad' },
  ]);
});

test('what a rating says is told beside its score', () => {
  expect(
    differing({ rating: { score: 2, comment: 'Slow' } }, { rating: { score: 2, comment: 'Slow, but kind' } }),
  ).toMatchObject([{ field: 'ratingComment', mark: 'changed' }]);
});

test('pictures are told by their kinds, and one in place of another is a difference', () => {
  const image = (imageId: string) => ({ imageId, kind: 'before' as const, by: null });
  expect(differing({ images: [image('a')] }, { images: [image('a')] })).toEqual([]);
  expect(differing({ images: [image('gone')] }, { images: [image('b')] })).toMatchObject([
    {
      field: 'images',
      mark: 'changed',
      before: 'Before: 1',
      text: 'Before: 1',
      picturesBefore: [{ imageId: 'gone', href: null }],
      pictures: [{ imageId: 'b', kind: 'Before', href: '/images/b' }],
    },
  ]);
});
