import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equipment } from '#domain/equipment/equipment.ts';
import { equipmentEvents, type EquipmentEvent } from '#domain/equipment/events.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import { arbitraryEvent } from '#tests/support/arbitrary.ts';
import { BATCH, BATCH_2, machine, stories } from '#tests/support/equipment.ts';
import { folded, happened } from '#tests/support/given.ts';
import { KIM } from '#tests/support/people.ts';
import { expectLegal } from './legalEquipment.ts';

const types = Object.keys(equipmentEvents) as EquipmentEvent['type'][];
const batches = fc.constantFrom(BATCH, BATCH_2);

/** Any event, of one of few batches. */
const anyEvent = fc
  .tuple(fc.oneof(...types.map(arbitraryEvent)), batches)
  .map(([{ type, data }, batchId]) => ({
    type,
    data: 'batchId' in data && data.batchId !== null ? { ...data, batchId } : data,
  }))
  .map((event) => happened(event as EquipmentEvent, KIM));
const events = fc.array(anyEvent, { maxLength: 40, size: 'max' });

describe('the fold of a thing', () => {
  it('takes any event at any stage, and keeps just what the stage has', () =>
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(stories)), events, (story, then) => {
        const begun = [machine(), ...story].map((event) => happened<EquipmentEvent>(event));
        expectLegal(folded(equipment, [...begun, ...then]));
      }),
      { numRuns: 500 },
    ));

  it('knows no thing before it is registered', () =>
    fc.assert(
      fc.property(events, (story) => {
        const before = story.filter(({ type }) => type !== 'EquipmentRegistered');
        expect(folded(equipment, before)).toBe(equipment.initial);
      }),
    ));

  it('registers a thing once', () =>
    fc.assert(
      fc.property(arbitraryEvent('EquipmentRegistered'), (event) => {
        const state = folded(equipment, [happened<EquipmentEvent>(machine())]);
        expect(equipment.evolve(state, happened(event as EquipmentEvent))).toBe(state);
      }),
    ));
});

describe('the form in which tags and serial numbers are unique', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1 });

  it('is its own form', () =>
    fc.assert(
      fc.property(words, (word) => {
        expect(uniqueForm(uniqueForm(word))).toBe(uniqueForm(word));
      }),
    ));
  it('is the same in either case, and however letters are encoded', () =>
    fc.assert(
      fc.property(words, (word) => {
        expect(uniqueForm(word.toUpperCase())).toBe(uniqueForm(word));
        expect(uniqueForm(word.normalize('NFD'))).toBe(uniqueForm(word));
      }),
    ));
  it('tells other words apart', () => expect(uniqueForm('PR-1')).not.toBe(uniqueForm('PR-2')));
});
