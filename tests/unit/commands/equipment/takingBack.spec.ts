import { describe, expect, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
  BATCH_2,
  THING,
  checkedIn,
  labelled,
  lent,
  machine,
  moved,
  retired,
  stock,
  takenBack,
} from '#tests/support/equipment.ts';
import { folded, given, happened } from '#tests/support/given.ts';
import { ANA, LAB, ids, kim } from '#tests/support/people.ts';
import { aRoom, aUser } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const { takeBackBatchChange } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];
const components = { told: { components: [{ equipmentId: ids.equipment(3), tag: 'PR-3' }] } };
const closed = { type: 'RoomClosed', data: {} } as const;
const bothClaims = [
  { kind: 'tag', value: 'PR-1' },
  { kind: 'serial', value: 'S1' },
];

describe('taking back what a batch did', () => {
  const back = { batchId: BATCH };
  const imported = machine({ batchId: BATCH, serial: 's1' });

  it.each([
    ['moved', [moved(BATCH)]],
    ['checked in', [lent(), checkedIn({ batchId: BATCH })]],
    ['labelled', [labelled(), labelled(BATCH)]],
    ['retired', [retired(BATCH)]],
    ['moved twice', [moved(BATCH), retired(BATCH)]],
  ])('undoes it where the batch %s it', (_, events) =>
    given(...aMachine(...events))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack),
  );
  it('withdraws what the batch registered', () =>
    given(...stock, aThing(THING, imported))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack));
  it('is done once', () => {
    given(...aMachine(moved(BATCH), takenBack))
      .when(takeBackBatchChange, back, byKim)
      .then();
    given(...stock, aThing(THING, imported, takenBack))
      .when(takeBackBatchChange, back, byKim)
      .then();
  });
  it.each([
    ['another batch did it', [moved(BATCH_2)]],
    ['no batch did it', [moved()]],
    ['another batch came after it', [moved(BATCH), labelled(BATCH_2)]],
    ['it was lent since', [moved(BATCH), lent()]],
    ['it was labelled since', [moved(BATCH), labelled()]],
  ])('is refused where %s', (_, events) =>
    given(...aMachine(...events))
      .when(takeBackBatchChange, back, byKim)
      .refuses('ChangedSince'),
  );
  const retagged: EquipmentEvent = { type: 'EquipmentRetagged', data: { tag: 'PR-2' } };
  it('does not mind other changes since', () =>
    given(...aMachine(moved(BATCH), retagged))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack));
  it('keeps what the batch registered and somebody has changed since', () =>
    given(...stock, aThing(THING, imported, retagged))
      .when(takeBackBatchChange, back, byKim)
      .refuses('ChangedSince'));
  const laterTakenBack: EquipmentEvent = { type: 'BatchChangeTakenBack', data: { batchId: BATCH_2 } };
  it.each([
    ['moved', [moved(BATCH_2)]],
    ['retired', [retired(BATCH_2)]],
    ['labelled', [labelled(BATCH_2)]],
  ])('does not mind a later batch that %s it and was taken back itself', (_, events) => {
    given(...aMachine(moved(BATCH), ...events, laterTakenBack))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
    given(...stock, aThing(THING, imported, ...events, laterTakenBack))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
  });
  it('brings a thing back step by step, each batch to what was before it', () => {
    const states = [machine(), moved(BATCH), retired(BATCH_2), laterTakenBack, takenBack].map(
      (_, n, events) =>
        folded(
          equipment,
          events.slice(0, n + 1).map((event) => happened(event)),
        ),
    );
    const standings = states.map((state) => isRegistered(state) && state.standing);
    expect(standings[3]).toEqual(standings[1]);
    expect(standings[4]).toEqual(standings[0]);
  });
  it('minds what is not taken back of what came after a batch', () => {
    const beside = [...stock, aThing(THING, imported, moved(BATCH_2), retagged, laterTakenBack)];
    given(...beside)
      .when(takeBackBatchChange, back, byKim)
      .refuses('ChangedSince');
    given(...stock, aThing(THING, imported, moved(), moved(BATCH_2), laterTakenBack))
      .when(takeBackBatchChange, back, byKim)
      .refuses('ChangedSince');
    given(...stock, aThing(THING, imported, moved(BATCH_2), lent(), checkedIn(), laterTakenBack))
      .when(takeBackBatchChange, back, byKim)
      .refuses('ChangedSince');
  });
  it('does not give a loan back that could be declined into a room that is closed since', () =>
    given(...aMachine(lent(), checkedIn({ batchId: BATCH })), aRoom(LAB, { type: 'RoomClosed', data: {} }))
      .when(takeBackBatchChange, back, byKim)
      .refuses('NoSuchRoom'));
  it('needs the room that it comes back to', () => {
    given(...aMachine(moved(BATCH)), aRoom(LAB, closed))
      .when(takeBackBatchChange, back, byKim)
      .refuses('NoSuchRoom');
    given(...aMachine(labelled(BATCH)), aRoom(LAB, closed))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
  });
  it('lends nothing again to somebody whose account has ended since', () => {
    const left = aUser(ANA, 'requester', { type: 'UserDeactivated', data: {} });
    given(...aMachine(lent(), checkedIn({ batchId: BATCH })), left)
      .when(takeBackBatchChange, back, byKim)
      .refuses('BorrowerInactive');
    given(...aMachine(lent(), labelled(BATCH)), left)
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
  });
  it('does not withdraw what has components', () => {
    given(...stock, aThing(THING, imported))
      .when(takeBackBatchChange, back, { ...byKim, ...components })
      .refuses('HasComponents');
    const state = folded(equipment, [happened(imported)]);
    expect(takeBackBatchChange.asks({ input: back, state, id: THING })).toEqual({ componentsOf: THING });
  });
  it('lets the tag and the serial number go only of what is withdrawn', () => {
    const claims = (...events: EquipmentEvent[]) =>
      takeBackBatchChange.claims(
        back,
        folded(
          equipment,
          events.map((event) => happened(event)),
        ),
        kim,
      );
    expect(claims(imported)).toEqual({ take: [], release: bothClaims });
    expect(claims(machine(), moved(BATCH))).toEqual({ take: [], release: [] });
    expect(claims(machine({ batchId: BATCH_2 }))).toEqual({ take: [], release: [] });
  });
});
