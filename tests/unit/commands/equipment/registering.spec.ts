import { describe, expect, it } from 'vitest';
import { correctEquipmentDetails } from '#commands/equipment/correctEquipmentDetails.ts';
import { registerEquipment } from '#commands/equipment/registerEquipment.ts';
import { retagEquipment } from '#commands/equipment/retagEquipment.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import { equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
  MACHINES,
  THING,
  disposed,
  machine,
  missing,
  retired,
  stock,
} from '#tests/support/equipment.ts';
import { folded, given, happened } from '#tests/support/given.ts';
import { LAB, PRINTERS, ids, kim } from '#tests/support/people.ts';
import { aCategory, aRoom, created } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const byKim = { id: THING, actor: kim };
const plain = { tag: 'PR-1', name: 'Printer', categoryId: MACHINES, roomId: LAB };
const archived: CategoryEvent = { type: 'CategoryArchived', data: {} };
const withColour = created({
  kind: 'equipment',
  fields: [{ type: 'text', key: 'colour', label: 'Colour', required: true }],
});
const closed = { type: 'RoomClosed', data: {} } as const;
const refiled = (...events: CategoryEvent[]) => [...stock.slice(0, -1), aCategory(MACHINES, ...events)];

describe('registering', () => {
  it('needs a tag, a name, a category and a room', () =>
    given(...stock)
      .when(registerEquipment, plain, byKim)
      .then(machine()));
  it('keeps all that is known', () => {
    const known = {
      serial: 'S 1',
      purchasedOn: '2026-01-31',
      cost: 100.5,
      currency: 'EUR',
      depreciation: { method: 'straightLine', months: 12, residual: 0 },
    } as const;
    given(...stock)
      .when(registerEquipment, { ...plain, ...known }, byKim)
      .then(machine(known));
  });
  it('is done once', () =>
    given(...stock, aThing(THING, machine()))
      .when(registerEquipment, plain, byKim)
      .then());
  it.each([{ tag: 'PR-2' }, { name: 'Plotter' }])('does not change by %j what stands', (change) =>
    given(...stock, aThing(THING, machine()))
      .when(registerEquipment, { ...plain, ...change }, byKim)
      .refuses('AlreadyExists'),
  );
  it('needs a room that is there', () =>
    given(...stock)
      .when(registerEquipment, { ...plain, roomId: ids.room(9) }, byKim)
      .refuses('NoSuchRoom'));
  it('needs a room that is open', () =>
    given(...stock, aRoom(LAB, closed))
      .when(registerEquipment, plain, byKim)
      .refuses('NoSuchRoom'));
  it.each([
    ['a category that is there', [], ids.category(9)],
    ['a category of equipment', [], PRINTERS],
    ['an active category', [archived], MACHINES],
  ])('needs %s', (_, events, categoryId) =>
    given(...refiled(created({ kind: 'equipment' }), ...events))
      .when(registerEquipment, { ...plain, categoryId }, byKim)
      .refuses('NoSuchCategory'),
  );
  it('needs the fields of the category', () => {
    given(...refiled(withColour))
      .when(registerEquipment, plain, byKim)
      .refuses('FieldInvalid', { colour: 'missing' });
    given(...refiled(withColour))
      .when(registerEquipment, { ...plain, fields: { colour: 'red' } }, byKim)
      .then(machine({ fields: { colour: 'red' } }));
  });
  it.each([{ tag: '' }, { tag: '-1' }, { cost: 1.234 }, { currency: 'eur' }, { purchasedOn: '2026-02-30' }])(
    'takes no %j',
    (change) => expect(registerEquipment.input.safeParse({ ...plain, ...change }).success).toBe(false),
  );

  const claimed = (input: object) =>
    registerEquipment.claims(registerEquipment.input.parse({ ...plain, ...input }), equipment.initial, kim);
  it('claims the tag and the serial number in capital letters', () =>
    expect(claimed({ tag: 'pr-1', serial: 'ﬁ2' })).toEqual({
      take: [
        { kind: 'tag', value: 'PR-1' },
        { kind: 'serial', value: 'FI2' },
      ],
      release: [],
    }));
  it('claims no empty serial number', () =>
    expect(claimed({})).toEqual({ take: [{ kind: 'tag', value: 'PR-1' }], release: [] }));
});

describe('retagging', () => {
  const state = folded(equipment, [happened(machine())]);
  const retagged: EquipmentEvent = { type: 'EquipmentRetagged', data: { tag: 'PR-2' } };

  it('gives another tag', () =>
    given(...stock, aThing(THING))
      .when(retagEquipment, { tag: ' PR-2 ' }, byKim)
      .then(retagged));
  it('does nothing where the tag is so already', () =>
    given(...stock, aThing(THING, machine(), retagged))
      .when(retagEquipment, { tag: 'PR-2' }, byKim)
      .then());
  it.each([
    ['retired', [retired()]],
    ['disposed of', [retired(), disposed]],
  ])('is over once it is %s', (_, events) =>
    given(...stock, aThing(THING, ...events))
      .when(retagEquipment, { tag: 'PR-2' }, byKim)
      .refuses('EquipmentGone'),
  );
  it('claims the new tag and lets the old one go', () =>
    expect(retagEquipment.claims({ tag: 'x' }, state, kim)).toEqual({
      take: [{ kind: 'tag', value: 'X' }],
      release: [{ kind: 'tag', value: 'PR-1' }],
    }));
  it('in another case claims nothing', () =>
    expect(retagEquipment.claims({ tag: 'pr-1' }, state, kim)).toEqual({ take: [], release: [] }));
});

describe('correcting details', () => {
  const { roomId: _, tag: __, ...details } = machine({ serial: 'S1' }).data;
  const corrected = (changes: object): EquipmentEvent => ({
    type: 'EquipmentDetailsCorrected',
    data: { ...details, ...changes },
  });
  const thing = aThing(THING, machine({ serial: 'S1' }));

  it('keeps what is not said', () =>
    given(...stock, thing)
      .when(correctEquipmentDetails, { model: 'X', cost: 5 }, byKim)
      .then(corrected({ model: 'X', cost: 5 })));
  it('can say that something is not known', () =>
    given(...stock, aThing(THING, machine({ serial: 'S1', cost: 5 })))
      .when(correctEquipmentDetails, { cost: null }, byKim)
      .then(corrected({})));
  it('says which batch it is part of', () =>
    given(...stock, thing)
      .when(correctEquipmentDetails, { model: 'X', batchId: BATCH }, byKim)
      .then(corrected({ model: 'X', batchId: BATCH })));
  it('does nothing where all is so already', () =>
    given(...stock, thing)
      .when(correctEquipmentDetails, { name: 'Printer', fields: {}, batchId: BATCH }, byKim)
      .then());
  it('is done to what is missing', () =>
    given(...stock, aThing(THING, machine({ serial: 'S1' }), missing))
      .when(correctEquipmentDetails, { model: 'X' }, byKim)
      .then(corrected({ model: 'X' })));
  it('is over once it is retired', () =>
    given(...stock, aThing(THING, machine(), retired()))
      .when(correctEquipmentDetails, { model: 'X' }, byKim)
      .refuses('EquipmentGone'));
  it('files it only under a category of equipment', () =>
    given(...stock, thing)
      .when(correctEquipmentDetails, { categoryId: PRINTERS }, byKim)
      .refuses('NoSuchCategory'));
  it('leaves it in a category that was archived since, with the values that it has', () =>
    given(...refiled(withColour, archived), thing)
      .when(correctEquipmentDetails, { model: 'X' }, byKim)
      .then(corrected({ model: 'X' })));
  it('checks new values of fields', () => {
    given(...refiled(withColour), thing)
      .when(correctEquipmentDetails, { fields: { colour: 3 } }, byKim)
      .refuses('FieldInvalid', { colour: 'notText' });
    given(...refiled(withColour), thing)
      .when(correctEquipmentDetails, { fields: { colour: 'red' } }, byKim)
      .then(corrected({ fields: { colour: 'red' } }));
  });

  const alone = { batchId: null };
  const state = folded(equipment, [happened(machine({ serial: 'S1' }))]);
  it('claims a new serial number and lets the old one go', () =>
    expect(correctEquipmentDetails.claims({ serial: 's2', ...alone }, state, kim)).toEqual({
      take: [{ kind: 'serial', value: 'S2' }],
      release: [{ kind: 'serial', value: 'S1' }],
    }));
  it('lets the serial number go that it has no more', () =>
    expect(correctEquipmentDetails.claims({ serial: '', ...alone }, state, kim)).toEqual({
      take: [],
      release: [{ kind: 'serial', value: 'S1' }],
    }));
  it.each([{}, { serial: 's1' }])('claims nothing for %j', (change) =>
    expect(correctEquipmentDetails.claims({ ...change, ...alone }, state, kim)).toEqual({
      take: [],
      release: [],
    }),
  );
});
