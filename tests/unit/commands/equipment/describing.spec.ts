import { describe, expect, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { BATCH, BATCH_2, THING, labelled, machine, retired, stock } from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { ids, kim } from '#tests/support/people.ts';
import { aThing } from '#tests/support/things.ts';

const { attachEquipmentImage, removeEquipmentImage, recordLabel, noteOnEquipment } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];

describe('pictures', () => {
  const attached = (n: number): EquipmentEvent => ({
    type: 'EquipmentImageAttached',
    data: { imageId: ids.image(n), kind: 'photo' },
  });
  const removed: EquipmentEvent = { type: 'EquipmentImageRemoved', data: { imageId: ids.image(1) } };
  const first = { imageId: ids.image(1) };

  it('are photographs unless said otherwise', () =>
    given(...aMachine())
      .when(attachEquipmentImage, first, byKim)
      .then(attached(1)));
  it('are attached once', () =>
    given(...aMachine(attached(1)))
      .when(attachEquipmentImage, { ...first, kind: 'damage' }, byKim)
      .then());
  it('are not without number', () => {
    const full = Array.from({ length: 24 }, (_, n) => attached(n + 1));
    given(...aMachine(...full))
      .when(attachEquipmentImage, { imageId: ids.image(99) }, byKim)
      .refuses('TooManyImages', { limit: 24 });
    given(...aMachine(...full, removed))
      .when(attachEquipmentImage, { imageId: ids.image(99) }, byKim)
      .then(attached(99));
  });
  it('can be taken off, once, whatever has become of the thing', () => {
    given(...aMachine(attached(1), retired()))
      .when(removeEquipmentImage, first, byKim)
      .then(removed);
    given(...aMachine(attached(1), removed))
      .when(removeEquipmentImage, first, byKim)
      .then();
  });
});

describe('a label', () => {
  it('is printed as often as one likes', () =>
    given(...aMachine(labelled()))
      .when(recordLabel, {}, byKim)
      .then(labelled()));
  it('is printed once by a batch', () => {
    given(...aMachine(labelled(BATCH)))
      .when(recordLabel, { batchId: BATCH }, byKim)
      .then();
    given(...aMachine(labelled(BATCH_2)))
      .when(recordLabel, { batchId: BATCH }, byKim)
      .then(labelled(BATCH));
  });
  it('is not printed for what is retired', () =>
    given(...aMachine(retired()))
      .when(recordLabel, {}, byKim)
      .refuses('EquipmentGone'));
});

describe('a note', () => {
  it('can be added at every stage', () =>
    given(...aMachine(retired()))
      .when(noteOnEquipment, { note: ' Sold to Ben ' }, byKim)
      .then({ type: 'EquipmentNoted', data: { note: 'Sold to Ben' } }));
  it('says something', () => expect(noteOnEquipment.input.safeParse({ note: ' ' }).success).toBe(false));
});
