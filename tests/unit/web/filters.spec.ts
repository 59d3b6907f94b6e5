import { describe, expect, test } from 'vitest';
import type { TicketCountRow } from '#api/contract/rows.ts';
import { compare, filtersOf, hrefOf, matches, queryOf, sorts } from '../../../web/src/lib/queue/filters.ts';
import { countOf, sameView, viewOf, views } from '../../../web/src/lib/queue/views.ts';
import { row } from './rows.ts';

const of = (search: string) => filtersOf(new URLSearchParams(search));

describe('filters in the address', () => {
  test('are read and written the same', () => {
    const search =
      'status=New,Pending&priority=urgent&assignee=me,none&room=a&tag=exam&q=pink&sort=-priority';
    expect(hrefOf(of(search))).toBe(`/queue?${search}`);
  });

  test('drop what is not known and leave out what is usual', () => {
    expect(queryOf(of('status=Open,Nonsense&priority=great&sort=colour&q=+'))).toEqual({ status: 'Open' });
    expect(hrefOf(of('sort=-updatedAt'))).toBe('/queue');
  });
});

describe('a ticket belongs', () => {
  test.each([
    ['status=New', { status: 'Open' }, false],
    ['status=New,Open', { status: 'Open' }, true],
    ['assignee=none', { assigneeId: null }, true],
    ['assignee=none', { assigneeId: 'kim' }, false],
    ['assignee=me', { assigneeId: 'kim' }, true],
    ['assignee=me,none', { assigneeId: 'lee' }, false],
    ['requester=me', { requesterId: 'kim' }, true],
    ['tag=exam', { tags: ['exam', 'vip'] }, true],
    ['tag=exam', { tags: [] }, false],
    ['room=a&priority=high', { roomId: 'a', priority: 'low' }, false],
  ] as const)('%s, %o: %s', (search, part, belongs) => {
    expect(matches(row(1, part), of(search), 'kim', false)).toBe(belongs);
  });

  test('to a search only if the server found it', () => {
    expect(matches(row(1), of('q=pink'), 'kim', false)).toBe(false);
    expect(matches(row(1), of('q=pink'), 'kim', true)).toBe(true);
  });
});

test.each(sorts)('sorted by %s, a before b is b after a, and a ticket equals itself', (sort) => {
  const [a, b] = [row(1, { priority: 'low' }), row(2, { priority: 'high' })];
  expect(Math.sign(compare(a, b, sort))).toBe(-Math.sign(compare(b, a, sort)));
  expect(compare(a, a, sort)).toBe(0);
});

test('priorities are sorted by weight, not by name', () => {
  const list = (['normal', 'urgent', 'low', 'high'] as const).map((priority, at) => row(at, { priority }));
  const sorted = list.toSorted((a, b) => compare(a, b, '-priority'));
  expect(sorted.map(({ priority }) => priority)).toEqual(['urgent', 'high', 'normal', 'low']);
});

describe('views', () => {
  const counts: TicketCountRow[] = [
    { status: 'New', priority: 'high', assigneeId: null, count: 3 },
    { status: 'Open', priority: 'low', assigneeId: 'kim', count: 5 },
    { status: 'Open', priority: 'low', assigneeId: 'lee', count: 7 },
    { status: 'Closed', priority: 'low', assigneeId: 'kim', count: 100 },
  ];

  test('count what they show', () => {
    expect(countOf(views.unassigned, counts, 'kim')).toBe(3);
    expect(countOf(views.mine, counts, 'kim')).toBe(5);
    expect(countOf(views.open, counts, 'kim')).toBe(15);
    expect(countOf(views.everything, counts, 'kim')).toBe(115);
    expect(countOf(of('priority=low&assignee=lee'), counts, 'kim')).toBe(7);
  });

  test('do not guess where the counters do not tell', () => {
    expect(countOf(of('room=a'), counts, 'kim')).toBeUndefined();
    expect(countOf(of('q=pink'), counts, 'kim')).toBeUndefined();
  });

  test('are known whatever the order of their words', () => {
    expect(viewOf(of('status=Pending,Open,New'))).toBe('open');
    expect(viewOf(of('status=New,Open,Pending&sort=-priority'))).toBe('open');
    expect(viewOf(of('status=New'))).toBeUndefined();
    expect(sameView(of('assignee=me,none'), of('assignee=none,me'))).toBe(true);
  });
});
