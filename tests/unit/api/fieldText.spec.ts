import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsIn, fieldsText } from '#api/imports/kinds/fieldText.ts';
import { fieldDefinitions } from '#domain/category/events.ts';
import type { FieldDefinition } from '#domain/category/fields.ts';

const marks = fc.string({
  unit: fc.constantFrom('a', 'B', '\\', '|', ':', '/', '(', ')', ' ', 'é'),
  maxLength: 12,
});
const words = fc
  .oneof(marks, fc.string({ maxLength: 12 }))
  .map((text) => text.trim())
  .filter((text) => text !== '');
const named = {
  key: fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/),
  label: words,
  required: fc.boolean(),
  staffOnly: fc.constant(true as const),
};
const requiredKeys = ['type', 'key', 'label', 'required'] as const;
const definition: fc.Arbitrary<FieldDefinition> = fc.oneof(
  ...(['text', 'number', 'date', 'yesNo'] as const).map((type) =>
    fc.record({ type: fc.constant(type), ...named }, { requiredKeys: [...requiredKeys] }),
  ),
  fc.record(
    {
      type: fc.constant('choice' as const),
      ...named,
      choices: fc.array(words, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: [...requiredKeys, 'choices'] },
  ),
);
const definitions = fc.uniqueArray(definition, { selector: ({ key }) => key, maxLength: 6 });
const faultsOf = (text: string) => fieldsIn(text).faults;

describe('Fields in a cell', () => {
  it('are written plainly', () =>
    expect(
      fieldsIn(
        ' ram : Memory : number | os:System:choice(Windows / Linux):required | old:Old:YESNO:optional |',
      ),
    ).toEqual({
      fields: [
        { type: 'number', key: 'ram', label: 'Memory', required: false },
        { type: 'choice', key: 'os', label: 'System', required: true, choices: ['Windows', 'Linux'] },
        { type: 'yesNo', key: 'old', label: 'Old', required: false },
      ],
      faults: [],
    }));
  it('are kept for staff where the cell says so, and for everybody where it does not', () =>
    expect(fieldsIn('pin:PIN:text:required:staff|os:System:text:Staff').fields).toEqual([
      { type: 'text', key: 'pin', label: 'PIN', required: true, staffOnly: true },
      { type: 'text', key: 'os', label: 'System', required: false, staffOnly: true },
    ]));
  it('are none where it is empty', () => expect(fieldsIn('')).toEqual({ fields: [], faults: [] }));
  it('are read as they were written, whatever stands in their words', () =>
    fc.assert(
      fc.property(definitions, (fields) => {
        expect(fieldsIn(fieldsText(fields))).toEqual({ fields, faults: [] });
      }),
    ));
  it('are fields that a category takes, or at fault, whatever is written', () =>
    fc.assert(
      fc.property(fc.oneof(marks, fc.string()), (text) => {
        const { fields, faults } = fieldsIn(text);
        if (faults.length === 0) expect(fieldDefinitions.safeParse(fields).success).toBe(true);
      }),
    ));

  it.each([
    ['ram', 'key:label:type'],
    ['ram:Memory', 'key:label:type'],
    ['ram:Memory:number:required:more', '“more”'],
    ['ram:Memory:number:required:staff:more', 'key:label:type'],
    ['ram:Memory:number:must', '“must”'],
    ['ram:Memory:nmber', '“nmber”'],
    ['RAM:Memory:number', '“RAM” cannot be a key'],
    ['ram::number', '“ram” needs a label'],
    ['os:System:choice()', '“os” needs 1 to 50 choices'],
    [`os:${'x'.repeat(81)}:text`, '“os” needs a label'],
    ['a:A:text|a:B:text', 'several fields with the key “a”'],
    [Array.from({ length: 31 }, (_, n) => `a${String(n)}:A:text`).join('|'), 'up to 30 fields'],
  ])('“%s” is at fault: %s', (text, fault) => {
    expect(faultsOf(text)).toHaveLength(1);
    expect(faultsOf(text)[0]).toContain(fault);
  });
  it('are told all of their faults', () =>
    expect(faultsOf('RAM:Memory:number|os:System:thing|ok:Fine:text|x')).toHaveLength(3));
});
