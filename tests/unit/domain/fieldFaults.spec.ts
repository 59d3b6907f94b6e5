import { describe, expect, it } from 'vitest';
import { fieldFaults } from '#domain/category/fieldFaults.ts';
import type { FieldDefinition } from '#domain/category/fields.ts';

const named = (key: string, required = false) => ({ key, label: key, required });
const definitions: readonly FieldDefinition[] = [
  { type: 'text', ...named('model', true) },
  { type: 'number', ...named('pages') },
  { type: 'date', ...named('bought') },
  { type: 'yesNo', ...named('colour') },
  { type: 'choice', ...named('size'), choices: ['A4', 'A3'] },
];
const full = { model: 'LX', pages: 12.5, bought: '2024-02-29', colour: false, size: 'A3' };

describe('the values of custom fields', () => {
  it('are well when each is of its type', () => expect(fieldFaults(definitions, full)).toEqual({}));
  it('are well when all that is required is there', () =>
    expect(fieldFaults(definitions, { model: 'LX' })).toEqual({}));
  it('need what is required, and something in it', () => {
    expect(fieldFaults(definitions, {})).toEqual({ model: 'missing' });
    expect(fieldFaults(definitions, { model: '' })).toEqual({ model: 'missing' });
  });
  it('may leave out the rest, as forms do with empty text', () =>
    expect(fieldFaults(definitions, { ...full, bought: '', size: '' })).toEqual({}));
  it.each([
    [{ model: 5 }, { model: 'notText' }],
    [{ pages: '12' }, { pages: 'notNumber' }],
    [{ bought: '2023-02-29' }, { bought: 'notDate' }],
    [{ bought: 20_240_229 }, { bought: 'notDate' }],
    [{ colour: 'no' }, { colour: 'notYesNo' }],
    [{ size: 'A5' }, { size: 'notAChoice' }],
    [{ weight: 3 }, { weight: 'unknown' }],
  ])('are held to their types: %j', (change, faults) =>
    expect(fieldFaults(definitions, { ...full, ...change })).toEqual(faults),
  );
  it('name every fault at once', () =>
    expect(fieldFaults(definitions, { pages: 'x', weight: 3 })).toEqual({
      model: 'missing',
      pages: 'notNumber',
      weight: 'unknown',
    }));
  it('know nothing that only objects have', () =>
    expect(
      fieldFaults([], JSON.parse('{"__proto__x": 1, "constructor": "y"}') as Record<string, string>),
    ).toEqual({
      __proto__x: 'unknown',
      constructor: 'unknown',
    }));
});
