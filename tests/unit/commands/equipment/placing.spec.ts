import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import { equipmentCommands } from '#commands/registry.ts';
import { equipment, type Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
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

const { moveEquipment, takeBackBatchChange, sightEquipment } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];
const closed = { type: 'RoomClosed', data: {} } as const;
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
