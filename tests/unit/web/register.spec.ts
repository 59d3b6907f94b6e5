import { describe, expect, test } from 'vitest';
import type { EquipmentCountRow, EquipmentRow } from '#api/contract/rows.ts';
import { countOf } from '../../../web/src/lib/equipment/counts.ts';
import { filtersOf, hrefOf, queryOf, sorts, toggled } from '../../../web/src/lib/equipment/filters.ts';
import { compare, matches } from '../../../web/src/lib/equipment/order.ts';
import { en } from '../../../web/src/lib/messages/en.ts';
import { valueInWords } from '../../../web/src/lib/history/valueInWords.ts';

const thing = (number: number, part: Partial<EquipmentRow> = {}): EquipmentRow => ({
  equipmentId: `thing-${number}`,
  tag: `LT-${number}`,
  name: 'ThinkPad',
  categoryId: 'laptops',
  categoryName: 'Laptops',
  serial: '',
  model: '',
  maker: '',
  vendor: '',
  stage: 'InStock',
  condition: 'good',
  roomId: 'store',
  roomName: 'Store',
  holderId: null,
  holderName: null,
  hostId: null,
  hostTag: null,
  dueOn: null,
  acceptance: null,
  purchasedOn: null,
  cost: null,
  currency: null,
  warrantyUntil: null,
  maintenanceDueOn: null,
  labelledAt: null,
  sightedAt: null,
  imageId: null,
  registeredAt: `2026-11-01T08:00:0${number}.000Z`,
  updatedAt: `2026-11-01T08:00:0${number}.000Z`,
  revision: '0',
  position: String(number),
  ...part,
});
const of = (search: string) => filtersOf(new URLSearchParams(search));

describe('filters of the register in the address', () => {
  test('are read and written the same', () => {
    const search =
      'stage=InStock,Missing&room=a&holder=me&category=b&acceptance=awaiting&dueBefore=2026-12-01&labelled=no&q=dell';
    expect(hrefOf(of(search))).toBe(`/equipment?${search}`);
  });

  test('drop what is not known and leave out the usual order', () => {
    expect(queryOf(of('stage=Lost&dueBefore=soon&labelled=perhaps&sort=colour'))).toEqual({ sort: 'tag' });
    expect(hrefOf(of('sort=tag'))).toBe('/equipment');
  });

  test('are put on and taken off', () => {
    const once = toggled(of(''), 'room', 'a');
    expect(once.room).toEqual(['a']);
    expect(toggled(once, 'room', 'a').room).toEqual([]);
    expect(toggled(toggled(of(''), 'labelled', 'no'), 'labelled', 'no').labelled).toBe('');
  });
});

describe('a thing belongs', () => {
  test.each([
    ['stage=Missing', {}, false],
    ['holder=me', { holderId: 'kim' }, true],
    ['holder=me', { holderId: null }, false],
    ['labelled=no', { labelledAt: null }, true],
    ['labelled=no', { labelledAt: '2026-11-01T08:00:00.000Z' }, false],
    ['dueBefore=2026-12-01', { dueOn: '2026-11-30' }, true],
    ['dueBefore=2026-12-01', { dueOn: '2026-12-01' }, false],
    ['dueBefore=2026-12-01', { dueOn: null }, false],
    ['acceptance=awaiting', { acceptance: 'awaiting' }, true],
    ['', { stage: 'Withdrawn' }, false],
  ] as const)('%s, %o: %s', (search, part, belongs) => {
    expect(matches(thing(1, part), of(search), 'kim', false)).toBe(belongs);
  });

  test('to a search only if the server found it', () => {
    expect(matches(thing(1), of('q=dell'), 'kim', false)).toBe(false);
    expect(matches(thing(1), of('q=dell'), 'kim', true)).toBe(true);
  });
});

describe('sorted', () => {
  test.each(sorts)('by %s, a before b is b after a, and a thing equals itself', (sort) => {
    const [a, b] = [thing(1, { dueOn: '2026-12-01' }), thing(2)];
    expect(Math.sign(compare(a, b, sort))).toBe(-Math.sign(compare(b, a, sort)));
    expect(compare(a, a, sort) + 0).toBe(0);
  });

  test('what is not due comes after what is', () => {
    const list = [thing(1), thing(2, { dueOn: '2026-12-09' }), thing(3, { dueOn: '2026-12-01' })];
    expect(list.toSorted((a, b) => compare(a, b, 'dueOn')).map(({ tag }) => tag)).toEqual([
      'LT-3',
      'LT-2',
      'LT-1',
    ]);
  });
});

test('the counters tell how many a list of stages and categories has, and else nothing', () => {
  const counts: EquipmentCountRow[] = [
    { stage: 'InStock', categoryId: 'laptops', count: 3 },
    { stage: 'Missing', categoryId: 'laptops', count: 1 },
    { stage: 'InStock', categoryId: 'monitors', count: 5 },
    { stage: 'Withdrawn', categoryId: 'monitors', count: 7 },
  ];
  expect(countOf(of(''), counts)).toBe(9);
  expect(countOf(of('stage=InStock'), counts)).toBe(8);
  expect(countOf(of('category=laptops'), counts)).toBe(4);
  expect(countOf(of('room=a'), counts)).toBeUndefined();
});

describe('what a history tells of a thing', () => {
  const reader = { language: 'en', zone: 'Europe/Berlin', theme: 'auto' } as const;
  test.each([
    ['stage', 'InRepair', 'In repair'],
    ['dueOn', '2026-12-03', '3 Dec 2026'],
    ['condition', 'worn', 'Worn'],
    ['maintenance', '6 month', 'Every 6 months'],
    ['maintenance', '1 year', 'Every year'],
    ['depreciation', 'straightLine 48 50', 'Straight line over 48 months, to 50'],
    ['depreciation', 'decliningBalance 20 % 50', 'Declining balance, 20 % a year, to 50'],
    ['image', 'damage', 'Damage'],
    ['cost', 1234.5, '1,234.50'],
    ['repairCost', 90, '90.00'],
  ])('%s %s is %s', (field, value, words) => {
    expect(valueInWords(field, value, en, reader)).toBe(words);
  });
});
