import { describe, expect, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import { equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
  THING,
  disposed,
  fitted,
  inRepair,
  lent,
  machine,
  missing,
  retired,
  stock,
} from '#tests/support/equipment.ts';
import { folded, given, happened } from '#tests/support/given.ts';
import { HALL, ids, kim } from '#tests/support/people.ts';
import { aThing } from '#tests/support/things.ts';

const { retireEquipment, reinstateEquipment, disposeOfEquipment } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];
const components = { told: { components: [{ equipmentId: ids.equipment(3), tag: 'PR-3' }] } };
const bothClaims = [
  { kind: 'tag', value: 'PR-1' },
  { kind: 'serial', value: 'S1' },
];

describe('retiring', () => {
  const old = { reason: 'Old' };

  it('takes out of use what is in stock', () =>
    given(...aMachine())
      .when(retireEquipment, { ...old, batchId: BATCH }, byKim)
      .then(retired(BATCH)));
  it('is done once', () =>
    given(...aMachine(retired()))
      .when(retireEquipment, old, byKim)
      .then());
  it.each([
    ['lent', lent()],
    ['in repair', inRepair],
    ['missing', missing],
  ])('is refused for what is %s', (_, event) =>
    given(...aMachine(event))
      .when(retireEquipment, old, byKim)
      .refuses('NotInStock'),
  );
  it('is refused for a component, and for what has components', () => {
    given(...aMachine(fitted))
      .when(retireEquipment, old, byKim)
      .refuses('IsComponent');
    given(...aMachine())
      .when(retireEquipment, old, { ...byKim, ...components })
      .refuses('HasComponents', { tags: 'PR-3' });
  });
  it('asks for the components', () =>
    expect(
      retireEquipment.asks({ input: { ...old, batchId: null }, state: equipment.initial, id: THING }),
    ).toEqual({ componentsOf: THING }));
});

describe('reinstating', () => {
  const again = { roomId: HALL, reason: 'Needed' };

  it('takes into use what was retired', () =>
    given(...aMachine(retired()))
      .when(reinstateEquipment, again, byKim)
      .then({ type: 'EquipmentReinstated', data: again }));
  it('needs something retired', () =>
    given(...aMachine())
      .when(reinstateEquipment, again, byKim)
      .refuses('WrongStage'));
  it('does not bring back what is disposed of', () =>
    given(...aMachine(retired(), disposed))
      .when(reinstateEquipment, again, byKim)
      .refuses('EquipmentGone'));
});

describe('disposing', () => {
  it('ends what is retired', () =>
    given(...aMachine(retired()))
      .when(disposeOfEquipment, { method: 'sold' }, byKim)
      .then(disposed));
  it('is done once', () =>
    given(...aMachine(retired(), disposed))
      .when(disposeOfEquipment, { method: 'sold' }, byKim)
      .then());
  it('needs something retired', () =>
    given(...aMachine())
      .when(disposeOfEquipment, { method: 'sold' }, byKim)
      .refuses('WrongStage', { stage: 'InStock' }));
  it('is refused for what has components', () =>
    given(...aMachine(retired()))
      .when(disposeOfEquipment, { method: 'sold' }, { ...byKim, ...components })
      .refuses('HasComponents'));
  it('lets the tag and the serial number go', () => {
    const state = folded(equipment, [happened(machine({ serial: 's1' })), happened(retired())]);
    expect(disposeOfEquipment.claims({ method: 'sold', note: '' }, state, kim)).toEqual({
      take: [],
      release: bothClaims,
    });
  });
});
