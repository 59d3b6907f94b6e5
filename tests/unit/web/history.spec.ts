import { describe, expect, test } from 'vitest';
import { en } from '../../../web/src/lib/messages/en.ts';
import { differences } from '../../../web/src/lib/history/differences.ts';
import { stateFacts, type Stood } from '../../../web/src/lib/history/stateFacts.ts';
import { valueInWords } from '../../../web/src/lib/history/valueInWords.ts';
import { isLate } from '../../../web/src/lib/history/late.ts';
import { askedAt, pointOf } from '../../../web/src/lib/history/point.ts';
import { happening } from '../../../web/src/lib/history/happening.ts';
import { inOrder } from '../../../web/src/lib/history/inOrder.ts';
import { relative } from '../../../web/src/lib/time/format.ts';
import { preferred } from '../../../web/src/lib/messages/languages.ts';
import { row } from './rows.ts';

const reader = { language: 'en', zone: 'Europe/Berlin', theme: 'auto' } as const;
const facts = (part: Partial<Stood>) =>
  stateFacts({ ...row(1), ...part }, { m: en, reader, labels: { gerat: 'Gerät' }, hrefOf: () => null });
const marked = (before: Partial<Stood>, after: Partial<Stood>) =>
  Object.fromEntries(
    differences(facts(before), facts(after))
      .filter(({ mark }) => mark !== 'same')
      .map(({ field, mark, before: old, text }) => [field, [mark, old, text]]),
  );

describe('two points of a history', () => {
  test('differ in what was changed, added and removed', () => {
    expect(
      marked(
        { status: 'New', pendingUntil: '2026-11-03T09:00:00.000Z', tags: ['exam'] },
        { status: 'Resolved', assigneeName: 'Kim Larsen', tags: ['exam', 'vip'] },
      ),
    ).toEqual({
      status: ['changed', 'New', 'Resolved'],
      pendingUntil: ['removed', '3 Nov, 10:00', ''],
      assignee: ['added', '', 'Kim Larsen'],
      tags: ['changed', 'exam', 'exam, vip'],
    });
  });

  test('are the same where nothing differs', () => {
    expect(marked({ comments: 2 }, { comments: 2 })).toEqual({});
  });
});

describe('a value in words', () => {
  test.each([
    ['priority', 'urgent', 'Urgent'],
    ['role', 'admin', 'Administrator'],
    ['number', 7, '#7'],
    ['minutesWorked', 1_200, '1,200'],
    ['checklist.Swap the cable', true, 'Yes'],
    ['resolution', '', 'nothing'],
    ['anything', null, 'nothing'],
    ['resolvedAt', '2026-07-01T08:00:00.000Z', '1 Jul, 10:00'],
    ['title', 'new', 'new'],
    ['locale', 'de', 'German'],
  ])('%s %s is %s', (field, value, words) => {
    expect(valueInWords(field, value, en, reader)).toBe(words);
  });

  test('names of fields are words too', () => {
    expect(en.history.field('checklist.Swap the cable')).toBe('Swap the cable');
    expect(en.history.field('fields.asset_tag')).toBe('Asset tag');
    expect(en.history.field('somethingNewToUs')).toBe('Something new to us');
  });
});

test('an event is late where it was recorded more than a minute after it happened', () => {
  const occurredAt = '2026-11-01T08:00:00.000Z';
  expect(isLate({ occurredAt, recordedAt: '2026-11-01T08:00:59.000Z' })).toBe(false);
  expect(isLate({ occurredAt, recordedAt: '2026-11-01T08:01:01.000Z' })).toBe(true);
});

test('events are in the order of their positions, as numbers', () => {
  expect(inOrder([{ position: '10' }, { position: '9' }]).map(({ position }) => position)).toEqual([
    '9',
    '10',
  ]);
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  test.each([
    ['2026-11-22T11:59:30.000Z', undefined],
    ['2026-11-22T11:50:00.000Z', '10 min ago'],
    ['2026-11-22T09:00:00.000Z', '3 hr ago'],
    ['2026-11-21T11:00:00.000Z', 'yesterday'],
    ['2026-11-01T11:00:00.000Z', '1 Nov'],
    ['2025-11-01T11:00:00.000Z', '1 Nov 2025'],
  ])('%s is %s', (instant, words) => {
    expect(relative(instant, now, reader)).toBe(words);
  });
});

test('a reader gets the first language that there are messages in', () => {
  expect(preferred('fr-CA, en-GB;q=0.8')).toBe('en');
  expect(preferred(null)).toBe('en');
});

test('the fields of a category are told by their labels, those of an earlier one by their keys', () => {
  const told = facts({ fields: { gerat: 'Epson', other_field: 'A3' } }).find(
    ({ field }) => field === 'fields',
  );
  expect(told?.text).toBe('Gerät: Epson\nOther field: A3');
});

describe('an event of another ticket', () => {
  const other = { ticketId: 'b', number: 7, title: 'Other' };

  test('is a point of the story by its position, as the revision is that of the event before it', () => {
    const at = { revision: '3', position: '120' };
    expect(pointOf(at)).toBe('3');
    expect(pointOf({ ...at, other })).toBe('p120');
    expect(askedAt(pointOf(at))).toEqual({ revision: '3' });
    expect(askedAt(pointOf({ ...at, other }))).toEqual({ position: '120' });
  });

  test('is told from where the reader stands', () => {
    expect(happening({ type: 'TicketMerged', other: null }, en)).toBe('merged this into another ticket');
    expect(happening({ type: 'TicketMerged', other }, en)).toBe('merged #7 into this');
    expect(happening({ type: 'TicketTagged', other }, en)).toBe('added a tag');
  });
});
