import { describe, expect, it } from 'vitest';
import { takeBackBatchChange } from '#commands/equipment/takeBackBatchChange.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
  BATCH_2,
  MACHINES,
  THING,
  disposed,
  inRepair,
  labelled,
  lent,
  machine,
  moved,
  retired,
  stock,
  takenBack,
} from '#tests/support/equipment.ts';
import { folded, given, happened } from '#tests/support/given.ts';
import { LAB, ids, kim } from '#tests/support/people.ts';
import { aCategory, aRoom, created } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const byKim = { id: THING, actor: kim };
const back = { batchId: BATCH };
const { roomId: _, tag: __, ...details } = machine({ serial: 's1' }).data;
const corrected = (changes: object, batchId: typeof BATCH | null = BATCH): EquipmentEvent => ({
  type: 'EquipmentDetailsCorrected',
  data: { ...details, ...changes, batchId },
});
const renamed = corrected({ name: 'Plotter' });
const byHand = corrected({ name: 'Scanner' }, null);
const aMachine = (...events: EquipmentEvent[]) => [
  ...stock,
  aThing(THING, machine({ serial: 's1' }), ...events),
];
const foldedAfter = (...events: EquipmentEvent[]) => {
  const state = folded(
    equipment,
    [machine({ serial: 's1' }), ...events].map((event) => happened(event)),
  );
  if (!isRegistered(state)) throw new Error('It is not registered.');
  return state;
};

describe('taking back what a batch corrected', () => {
  it.each([
    ['corrected', [renamed]],
    ['corrected twice', [renamed, corrected({ name: 'Copier' })]],
    ['corrected and moved', [renamed, moved(BATCH)]],
  ])('undoes all of it where the batch %s it', (_, events) => {
    given(...aMachine(...events))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
    const { details, standing } = foldedAfter(...events, takenBack);
    expect({ details, standing }).toEqual({
      details: foldedAfter().details,
      standing: foldedAfter().standing,
    });
  });

  it.each([
    ['corrected by hand', [renamed, byHand]],
    ['corrected by another batch', [renamed, corrected({ name: 'Copier' }, BATCH_2)]],
    ['corrected by hand, after it was moved as well', [renamed, moved(BATCH), byHand]],
    ['moved by hand, after it was moved as well', [renamed, moved(BATCH), moved()]],
    ['moved by another batch between', [renamed, moved(BATCH_2), moved(BATCH)]],
  ])('is refused as a whole where it was %s', (_, events) =>
    given(...aMachine(...events))
      .when(takeBackBatchChange, back, byKim)
      .refuses('ChangedSince'),
  );

  it.each([
    ['moved', [moved()]],
    ['moved by another batch', [moved(BATCH_2)]],
    ['lent', [lent()]],
    ['in repair', [inRepair]],
    ['labelled', [labelled()]],
  ])('does not mind that it was %s since, and leaves that', (_, events) => {
    given(...aMachine(renamed, ...events))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
    const { name } = foldedAfter().details;
    expect(foldedAfter(renamed, ...events, takenBack)).toMatchObject({
      standing: foldedAfter(renamed, ...events).standing,
      details: { name },
    });
  });

  it('leaves to be taken back what another batch did', () => {
    const later: EquipmentEvent = { type: 'BatchChangeTakenBack', data: { batchId: BATCH_2 } };
    for (const order of [
      [takenBack, later],
      [later, takenBack],
    ])
      expect(foldedAfter(renamed, moved(BATCH_2), ...order)).toMatchObject({
        details: foldedAfter().details,
        standing: foldedAfter().standing,
        undoable: [],
      });
  });

  it('takes its serial number again, and lets the other go', () => {
    const claims = (...events: EquipmentEvent[]) =>
      takeBackBatchChange.claims(back, foldedAfter(...events), kim);
    expect(claims(corrected({ serial: 's2' }))).toEqual({
      take: [{ kind: 'serial', value: 'S1' }],
      release: [{ kind: 'serial', value: 'S2' }],
    });
    expect(claims(renamed)).toEqual({ take: [], release: [] });
    expect(claims(corrected({ serial: 's2' }), corrected({ serial: 's3' }, null))).toEqual({
      take: [],
      release: [],
    });
  });

  it.each([
    ['retired', [retired()]],
    ['disposed of', [retired(), disposed]],
  ])('is over once it is %s', (_, events) =>
    given(...aMachine(renamed, ...events))
      .when(takeBackBatchChange, back, byKim)
      .refuses('EquipmentGone'),
  );

  it('needs the category that it comes back to, and not the one that it stays in', () => {
    const closed = aCategory(MACHINES, created({ kind: 'equipment' }), {
      type: 'CategoryArchived',
      data: {},
    });
    const refiled = corrected({ categoryId: ids.category(3) });
    given(...aMachine(refiled), closed)
      .when(takeBackBatchChange, back, byKim)
      .refuses('NoSuchCategory');
    given(...aMachine(renamed), closed, aRoom(LAB, { type: 'RoomClosed', data: {} }))
      .when(takeBackBatchChange, back, byKim)
      .then(takenBack);
  });
});
