import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import { equipmentCommands } from '#commands/registry.ts';
import { equipment, type Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
  HOST,
  STOCKTAKE,
  THING,
  disposed,
  fitted,
  inRepair,
  lent,
  machine,
  missing,
  moved,
  retired,
  stock,
  takenBack,
} from '#tests/support/equipment.ts';
import { folded, given, happened } from '#tests/support/given.ts';
import { HALL, LAB, ids, kim } from '#tests/support/people.ts';
import { aRoom } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const {
  moveEquipment,
  takeBackBatchChange,
  reportMissing,
  reportFound,
  fitComponent,
  removeComponent,
  sightEquipment,
} = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];
const closed = { type: 'RoomClosed', data: {} } as const;
const found: EquipmentEvent = { type: 'EquipmentFound', data: { roomId: HALL, note: '' } };
const removed: EquipmentEvent = { type: 'ComponentRemoved', data: { hostId: HOST, roomId: HALL } };
const intoHall = { roomId: HALL };

describe.each([
  ['moving', equipmentCommands.moveEquipment, { roomId: HALL }, []],
  ['checking in', equipmentCommands.checkIn, { roomId: HALL }, [lent()]],
  ['finding', equipmentCommands.reportFound, { roomId: HALL }, [missing]],
  ['removing from its host', equipmentCommands.removeComponent, { roomId: HALL }, [fitted]],
  ['reinstating', equipmentCommands.reinstateEquipment, { roomId: HALL, reason: 'x' }, [retired()]],
] as const)('%s', (_, specific, input, events) => {
  const command = specific as Command<Equipment, EquipmentEvent>;

  it('needs a room that is open', () =>
    given(...aMachine(...events), aRoom(HALL, closed))
      .when(command, input, byKim)
      .refuses('NoSuchRoom'));
  it('needs a room that is there', () =>
    given(...aMachine(...events))
      .when(command, { ...input, roomId: ids.room(9) }, byKim)
      .refuses('NoSuchRoom'));
  it('does nothing where it is in stock there already', () =>
    given(...aMachine(moved()))
      .when(command, input, byKim)
      .then());
});

describe('moving', () => {
  it('brings it into another room', () =>
    given(...aMachine())
      .when(moveEquipment, intoHall, byKim)
      .then(moved()));
  it('can be part of a batch', () =>
    given(...aMachine())
      .when(moveEquipment, { ...intoHall, batchId: BATCH }, byKim)
      .then(moved(BATCH)));
  it.each([
    ['lent', lent(), 'WrongStage'],
    ['in repair', inRepair, 'WrongStage'],
    ['missing', missing, 'WrongStage'],
    ['a component', fitted, 'IsComponent'],
  ] as const)('is refused for what is %s', (_, event, refusal) =>
    given(...aMachine(event))
      .when(moveEquipment, intoHall, byKim)
      .refuses(refusal),
  );
  it('brings what is retired into another room, where it is still retired', () => {
    given(...aMachine(retired()))
      .when(moveEquipment, intoHall, byKim)
      .then(moved());
    const state = folded(
      equipment,
      [machine(), retired(), moved()].map((event) => happened(event)),
    );
    expect(state).toMatchObject({
      standing: { stage: 'Retired', place: { kind: 'room', roomId: HALL }, reason: 'Old' },
    });
  });
  it('does nothing where what is retired is there already', () =>
    given(...aMachine(retired(), moved()))
      .when(moveEquipment, intoHall, byKim)
      .then());
  it('is refused for what is disposed of', () =>
    given(...aMachine(retired(), disposed))
      .when(moveEquipment, intoHall, byKim)
      .refuses('EquipmentGone', { stage: 'Disposed' }));
  it('of what is retired in a batch can be taken back', () =>
    given(...aMachine(retired(), moved(BATCH)))
      .when(takeBackBatchChange, { batchId: BATCH }, byKim)
      .then(takenBack));
});

describe('reporting missing', () => {
  it.each([
    ['in stock', []],
    ['lent', [lent()]],
    ['a component', [fitted]],
    ['in repair', [inRepair]],
    ['retired', [retired()]],
  ])('is done for what is %s', (_, events) =>
    given(...aMachine(...events))
      .when(reportMissing, {}, byKim)
      .then(missing),
  );
  it('is done once', () =>
    given(...aMachine(missing))
      .when(reportMissing, { note: 'Again' }, byKim)
      .then());
  it('is refused for what was disposed of', () =>
    given(...aMachine(retired(), disposed))
      .when(reportMissing, {}, byKim)
      .refuses('EquipmentGone'));
  it('ends a repair', () =>
    given(...aMachine(inRepair, missing))
      .when(equipmentCommands.finishRepair, { outcome: 'repaired' }, byKim)
      .refuses('WrongStage', { stage: 'Missing' }));
});

describe('finding', () => {
  it.each([
    ['in stock', []],
    ['lent', [lent()]],
    ['a component', [fitted]],
    ['in repair', [inRepair]],
    ['retired', [retired()]],
  ])('brings into a room what was %s', (_, events) =>
    given(...aMachine(...events, missing))
      .when(reportFound, intoHall, byKim)
      .then(found),
  );
  it('leaves retired what was retired', () =>
    given(...aMachine(retired(), missing, found))
      .when(equipmentCommands.disposeOfEquipment, { method: 'sold' }, byKim)
      .then(disposed));
  it.each([
    ['in stock', []],
    ['retired', [retired()]],
  ])('is done once for what was %s', (_, events) =>
    given(...aMachine(...events, missing, found))
      .when(reportFound, intoHall, byKim)
      .then(),
  );
  it('needs something missing', () =>
    given(...aMachine(lent()))
      .when(reportFound, intoHall, byKim)
      .refuses('WrongStage', { stage: 'CheckedOut' }));
});

describe('fitting a component', () => {
  const into = { hostId: HOST };
  const aHost = (...events: EquipmentEvent[]) => [...aMachine(), aThing(HOST, machine(), ...events)];

  it('makes it part of another thing', () =>
    given(...aHost())
      .when(fitComponent, into, byKim)
      .then(fitted));
  it('is done to hosts that are lent', () =>
    given(...aHost(lent()))
      .when(fitComponent, into, byKim)
      .then(fitted));
  it('is done once', () =>
    given(...aHost(), aThing(THING, machine(), fitted))
      .when(fitComponent, into, byKim)
      .then());
  it('needs a host', () =>
    given(...aMachine())
      .when(fitComponent, into, byKim)
      .refuses('NoSuchEquipment'));
  it('needs a host that is in use', () =>
    given(...aHost(retired(), disposed))
      .when(fitComponent, into, byKim)
      .refuses('NoSuchEquipment'));
  it('needs another thing', () =>
    given(...aHost())
      .when(fitComponent, { hostId: THING }, byKim)
      .refuses('NoSuchEquipment'));
  it('needs a host that is no component itself', () =>
    given(...aHost({ type: 'ComponentFitted', data: { hostId: ids.equipment(3) } }))
      .when(fitComponent, into, byKim)
      .refuses('IsComponent', { hostId: ids.equipment(3) }));
  it('needs a thing without components of its own', () =>
    given(...aHost())
      .when(fitComponent, into, {
        ...byKim,
        told: { components: [{ equipmentId: ids.equipment(3), tag: 'PR-3' }] },
      })
      .refuses('HasComponents', { tags: 'PR-3' }));
  it('is refused for what is fitted elsewhere', () =>
    given(
      ...aHost(),
      aThing(THING, machine(), { type: 'ComponentFitted', data: { hostId: ids.equipment(3) } }),
    )
      .when(fitComponent, into, byKim)
      .refuses('IsComponent'));
  it('is refused for what is lent', () =>
    given(...aHost(), aThing(THING, machine(), lent()))
      .when(fitComponent, into, byKim)
      .refuses('NotInStock'));
});

describe('removing a component', () => {
  it('brings it into a room', () =>
    given(...aMachine(fitted))
      .when(removeComponent, intoHall, byKim)
      .then(removed));
  it('is done once', () =>
    given(...aMachine(fitted, removed))
      .when(removeComponent, intoHall, byKim)
      .then());
  it('needs a component', () =>
    given(...aMachine())
      .when(removeComponent, intoHall, byKim)
      .refuses('NotFitted'));
});

describe('sighting', () => {
  it.each([
    ['in stock', []],
    ['lent', [lent()]],
    ['disposed of', [retired(), disposed]],
  ])('is kept of what is %s', (_, events) =>
    given(...aMachine(...events))
      .when(sightEquipment, { stocktakeId: STOCKTAKE, roomId: LAB }, byKim)
      .then({ type: 'EquipmentSighted', data: { stocktakeId: STOCKTAKE, roomId: LAB } }),
  );
});
