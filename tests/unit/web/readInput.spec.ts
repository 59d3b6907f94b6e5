import { describe, expect, test } from 'vitest';
import { definitionsOf, draftOf, moved, newDraft } from '../../../web/src/lib/categories/fieldDrafts.ts';
import { readInput, TicketNumber } from '../../../web/src/lib/commands/readInput.ts';
import { safePath } from '../../../web/src/lib/forms/fields.ts';
import { instantOf } from '../../../web/src/lib/time/format.ts';

function read(entries: readonly (readonly [string, string])[], zone = 'Europe/Berlin') {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return readInput(form, zone);
}

describe('the input of a command from its form', () => {
  test('reads text, numbers, absent and nested values by the names of the fields', () => {
    const input = read([
      ['command', 'logWork'],
      ['revision', '7'],
      ['commandId', 'x'],
      ['minutes:number', '25'],
      ['seats:number', ''],
      ['categoryId:nullable', ''],
      ['fields.os:filled', 'Linux'],
      ['fields.note:filled', ''],
      ['fields.warranty:maybe', 'false'],
      ['ticketId:ticket', ' #42 '],
      ['label:draft', 'only for the eye'],
      ['fields2:json', '[{"a":1}]'],
    ]);
    expect(input).toEqual({
      minutes: 25,
      categoryId: null,
      fields: { os: 'Linux', warranty: false },
      ticketId: new TicketNumber('42'),
      fields2: [{ a: 1 }],
    });
  });

  test('gathers a list from all inputs of its name', () => {
    const chosen = [
      ['facts:list', ''],
      ['facts:list', 'name'],
      ['facts:list', 'room'],
    ] as const;
    expect(read(chosen)).toEqual({ facts: ['name', 'room'] });
    expect(read([['facts:list', '']])).toEqual({ facts: [] });
  });

  test('leaves out a moment that was not given', () => {
    expect(read([['occurredAt:instant', '']])).toEqual({});
  });

  test('takes an unknown kind for text and broken JSON for nothing', () => {
    expect(
      read([
        ['a:nonsense', 'b'],
        ['c:json', '{'],
      ]),
    ).toEqual({ a: 'b' });
  });
});

describe('a local time as an instant', () => {
  test.each([
    ['2026-07-01T10:00', 'Europe/Berlin', '2026-07-01T08:00:00.000Z'],
    ['2026-12-01T10:00', 'Europe/Berlin', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T10:00', 'UTC', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00', 'America/New_York', '2026-12-01T15:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
  });

  test('is nothing where it is not a time', () => {
    expect(instantOf('tomorrow', 'UTC')).toBeUndefined();
  });
});

test.each([
  ['/tickets/7?do=assign', '/tickets/7?do=assign'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  [null, '/'],
])('after signing in one goes on from %s to %s', (to, path) => {
  expect(safePath(to)).toBe(path);
});

describe('the fields of a category', () => {
  test('get keys from their labels, once, and keep those that they have', () => {
    const standing = draftOf({ type: 'text', key: 'tag', label: 'Asset tag', required: false });
    const drafts = [
      standing,
      { ...newDraft(), label: 'Tag' },
      { ...newDraft(), label: 'Größe in m²' },
      { ...newDraft(), label: '…', type: 'choice' as const, choices: ' a \n\nb ' },
    ];
    expect(definitionsOf(drafts)).toEqual([
      { type: 'text', key: 'tag', label: 'Asset tag', required: false },
      { type: 'text', key: 'tag_2', label: 'Tag', required: false },
      { type: 'text', key: 'gro_e_in_m2', label: 'Größe in m²', required: false },
      { type: 'choice', key: 'field', label: '…', required: false, choices: ['a', 'b'] },
    ]);
  });

  test('change places, but not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
