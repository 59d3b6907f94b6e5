import { describe, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
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
import { given } from '#tests/support/given.ts';
import { HALL, kim } from '#tests/support/people.ts';
import { aThing } from '#tests/support/things.ts';

const { reportMissing, reportFound } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];
const found: EquipmentEvent = { type: 'EquipmentFound', data: { roomId: HALL, note: '' } };
const intoHall = { roomId: HALL };

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
