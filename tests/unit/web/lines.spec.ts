import { describe, expect, test } from 'vitest';
import type { TicketQueueRow } from '#api/contract/rows.ts';
import { Lines } from '../../../web/src/lib/list/lines.ts';
import { filtersOf, orderOf } from '../../../web/src/lib/queue/filters.ts';
import { row } from './rows.ts';

const newestFirst = [row(9), row(7), row(5), row(3)];
const page = (items: readonly TicketQueueRow[], next: string | null = null, position = '9') => ({
  items,
  next,
  position,
});

function listOf(search: string, items: readonly TicketQueueRow[] = newestFirst, next: string | null = null) {
  const lines = new Lines(orderOf(filtersOf(new URLSearchParams(search)), 'kim'), () => 1_000);
  lines.reset(page(items, next));
  return lines;
}
const numbers = (lines: Lines<TicketQueueRow>) => lines.slice(0, 99).map(({ row: { number } }) => number);
const later = (number: number, part: Partial<TicketQueueRow> = {}) =>
  row(number, { position: '20', updatedAt: '2026-11-02T08:00:00.000Z', ...part });

describe('a queue that somebody reads', () => {
  test('a changed ticket changes in place and does not move until it is let', () => {
    const lines = listOf('status=New,Open');
    lines.change(later(5, { priority: 'urgent' }));
    expect(numbers(lines)).toEqual([9, 7, 5, 3]);
    expect(lines.slice(2, 3)[0]).toMatchObject({
      row: { priority: 'urgent' },
      left: false,
      changedAt: 1_000,
    });
    expect(lines.displaced).toBe(1);
    lines.settle();
    expect(numbers(lines)).toEqual([5, 9, 7, 3]);
    expect(lines.displaced).toBe(0);
  });

  test('a new ticket waits outside until it is let in', () => {
    const lines = listOf('status=New,Open');
    lines.change(later(12));
    expect(numbers(lines)).toEqual([9, 7, 5, 3]);
    expect(lines.incoming).toBe(1);
    lines.settle();
    expect(numbers(lines)).toEqual([12, 9, 7, 5, 3]);
    expect(lines.incoming).toBe(0);
  });

  test('a ticket that no longer belongs stays, marked, until it is let go', () => {
    const lines = listOf('status=New,Open');
    lines.change(later(7, { status: 'Resolved' }));
    expect(numbers(lines)).toEqual([9, 7, 5, 3]);
    expect(lines.slice(1, 2)[0]).toMatchObject({ left: true, row: { status: 'Resolved' } });
    lines.settle();
    expect(numbers(lines)).toEqual([9, 5, 3]);
  });

  test('a ticket that comes back before it was let go stays', () => {
    const lines = listOf('status=New,Open', [later(9), row(7)]);
    lines.change(later(9, { status: 'Resolved', position: '21' }));
    lines.change(later(9, { status: 'Open', position: '22' }));
    expect(lines.slice(0, 1)[0]?.left).toBe(false);
    expect(lines.displaced).toBe(0);
  });

  test('a waiting ticket that stops belonging waits no longer', () => {
    const lines = listOf('status=New,Open');
    lines.change(later(12));
    lines.change(later(12, { status: 'Cancelled', position: '21' }));
    expect(lines.incoming).toBe(0);
  });

  test('what is older than what is known is ignored, and the same is no change', () => {
    const lines = listOf('');
    lines.change(row(9, { position: '8', title: 'Older' }));
    lines.change(row(9));
    expect(lines.slice(0, 1)[0]).toMatchObject({ changes: 0, row: { title: 'Ticket 9' } });
  });

  test('positions are compared as numbers', () => {
    const lines = listOf('', [row(9)]);
    lines.change(row(9, { position: '10', title: 'Newer' }));
    expect(lines.slice(0, 1)[0]?.row.title).toBe('Newer');
  });
});

describe('pages', () => {
  test('a ticket beyond what is loaded comes with its page, not before', () => {
    const lines = listOf('', newestFirst, 'cursor');
    lines.change(row(1, { position: '30' }));
    expect(lines.incoming).toBe(0);
    lines.append(page([row(2), row(1)]));
    expect(numbers(lines)).toEqual([9, 7, 5, 3, 2, 1]);
    expect(lines.next).toBeNull();
  });

  test('a ticket that moved between two pages is not shown twice', () => {
    const lines = listOf('', newestFirst, 'cursor');
    lines.append(page([row(3), row(2)]));
    expect(numbers(lines)).toEqual([9, 7, 5, 3, 2]);
  });

  test('after a lost connection what has gone is marked, what has come waits, and the rest is as it was', () => {
    const lines = listOf('', newestFirst, 'cursor');
    lines.reconcile(page([later(12), row(9), row(5, { title: 'Renamed' }), row(3)], 'cursor', '20'));
    expect(numbers(lines)).toEqual([9, 7, 5, 3]);
    expect(lines.slice(0, 9).map(({ left }) => left)).toEqual([false, true, false, false]);
    expect(lines.slice(2, 3)[0]?.row.title).toBe('Renamed');
    expect(lines.incoming).toBe(1);
    expect(lines.slice(0, 1)[0]?.changes).toBe(0);
    expect(lines.position).toBe('20');
  });

  test('what stands below the compared beginning is not taken to have gone', () => {
    const lines = listOf('');
    lines.reconcile(page([row(9), row(7)], 'cursor'));
    expect(lines.slice(0, 9).some(({ left }) => left)).toBe(false);
  });
});
