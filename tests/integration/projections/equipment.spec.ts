import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#domain/role.ts';
import { deskTables } from '#projections/deskTables/query.ts';
import { countEquipment } from '#projections/equipmentCounts/query.ts';
import { equipmentHistory } from '#projections/equipmentHistory/query.ts';
import { publicFactsOf } from '#projections/equipmentPage/publicFacts.ts';
import { equipmentOf } from '#projections/equipmentPage/query.ts';
import { equipmentKnownAs } from '#projections/equipmentRegister/knownAs.ts';
import { equipmentByIds, equipmentHeldBy, listEquipmentRows } from '#projections/equipmentRegister/query.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { roomBoard } from '#projections/roomBoard/query.ts';
import { SETTINGS_ID } from '#domain/settings/settings.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { happens, registered, stock, toPerson, toRoom } from '#tests/support/equipmentStory.ts';
import { ANA, BEN, HALL, ids, KIM, LAB } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, type Happening } from '#tests/support/recorded.ts';
import { house, on, opened, renamed } from '#tests/support/story.ts';

const viewer = (userId: string, role: Role): Viewer => ({ userId, role });
const kim = viewer(KIM, 'technician');
const ana = viewer(ANA, 'requester');
const ben = viewer(BEN, 'requester');
const valueOn = '2026-06-30';
const thing = ids.equipment;

onBothDatabases((databases) => {
  let desk: Projecting;
  const journal = new ArrayJournal();
  const tell = async (...happenings: readonly Happening[]) => {
    expect(await desk.projector.waitFor(journal.add(...happenings), 10_000)).toBe(true);
  };
  const page = async (id: string, by = kim) => (await equipmentOf(desk.read, by, id, { valueOn }))?.equipment;

  beforeAll(async () => {
    journal.add(...house, ...stock);
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
  });
  afterAll(() => desk.stop());

  it('a component goes where its host goes, at every moment', async () => {
    await tell(
      registered(1, {}, { at: '2026-02-01T00:00:00Z' }),
      registered(2, {}, { at: '2026-02-01T00:00:00Z' }),
      happens(2, 'ComponentFitted', { hostId: thing(1) }, { at: '2026-02-02T00:00:00Z' }),
      happens(1, 'EquipmentMoved', { roomId: HALL, batchId: null }, { at: '2026-02-03T00:00:00Z' }),
    );
    expect(await page(thing(2))).toMatchObject({ roomId: HALL, roomName: 'Hall', hostTag: 'AB-0001' });
    await tell(
      happens(1, 'EquipmentCheckedOut', toPerson(ANA, '2026-04-01'), { at: '2026-02-04T00:00:00Z' }),
      happens(1, 'EquipmentRetagged', { tag: 'HOST' }, { at: '2026-02-05T00:00:00Z' }),
      renamed(ANA, 'Anna'),
    );
    expect(await page(thing(2))).toMatchObject({
      roomId: null,
      holderId: ANA,
      holderName: 'Anna',
      hostTag: 'HOST',
      acceptance: null,
    });
    const then = { valueOn, at: { asOf: '2026-02-03T12:00:00Z' } };
    expect((await equipmentOf(desk.read, kim, thing(2), then))?.equipment).toMatchObject({
      roomName: 'Hall',
      holderId: null,
      hostTag: 'AB-0001',
    });
    const host = await equipmentOf(desk.read, kim, 'host', then);
    expect(host?.equipment.components.map(({ tag }) => tag)).toEqual(['AB-0002']);
    const tables = deskTables(desk.read, () => Promise.resolve());
    expect(await tables.componentsOf(thing(1))).toEqual([{ equipmentId: thing(2), tag: 'AB-0002' }]);
    expect(await tables.occupantsOf(HALL)).toEqual([]);
    expect(await tables.tagged('hOsT')).toEqual({ equipmentId: thing(1), tag: 'HOST' });
    expect(await tables.tagged('AB-0001')).toBeNull();
  });

  it('a batch that is taken back leaves everything as it was, the loan with its signature too', async () => {
    await tell(
      registered(3),
      happens(3, 'EquipmentCheckedOut', toPerson(BEN, '2026-05-01')),
      happens(3, 'CheckoutAccepted', { termsVersion: 2, signatureId: ids.image(1) }, { by: BEN }),
    );
    const before = await page(thing(3));
    expect(before?.loan).toMatchObject({ note: 'with charger', termsVersion: 2, signatureId: ids.image(1) });
    const batchId = ids.batch(1);
    await tell(happens(3, 'EquipmentCheckedIn', { roomId: LAB, condition: 'damaged', note: '', batchId }));
    expect(await page(thing(3))).toMatchObject({ loan: null, stage: 'InStock', condition: 'damaged' });
    await tell(happens(3, 'BatchChangeTakenBack', { batchId }));
    const { revision: _, position: __, updatedAt: ___, ...same } = before ?? {};
    expect(await page(thing(3))).toMatchObject(same);
    const story = (await equipmentHistory(desk.read, kim, thing(3))) ?? [];
    expect(story.at(-1)?.changes).toContainEqual({ field: 'stage', from: 'InStock', to: 'CheckedOut' });
    expect(story.at(-1)?.changes).toContainEqual({ field: 'holder', from: null, to: 'Ben' });
  });

  it('what a batch registered and took back is in no list, and its tag is free again', async () => {
    const batchId = ids.batch(2);
    await tell(registered(4, { tag: 'FREE', batchId }), happens(4, 'BatchChangeTakenBack', { batchId }));
    const listed = await listEquipmentRows(desk.read, kim, { q: 'FREE' });
    expect(listed.items).toEqual([]);
    expect(await page('FREE')).toMatchObject({ equipmentId: thing(4), stage: 'Withdrawn' });
    await tell(registered(5, { tag: 'Free', serial: 'x1' }));
    expect(await page('FREE')).toMatchObject({ equipmentId: thing(5) });
    const known = await equipmentKnownAs(desk.read, { tags: ['free', ''], serials: ['X1'] });
    expect(known.map(({ equipmentId, details }) => [equipmentId, details.serial])).toEqual([
      [thing(5), 'x1'],
    ]);
  });

  it('requesters read what is lent to them, and nothing else by no way', async () => {
    await tell(registered(6, { name: 'Projector' }), happens(6, 'EquipmentCheckedOut', toRoom(HALL)));
    expect(await page(thing(3), ben)).toMatchObject({ tag: 'AB-0003' });
    expect(await equipmentOf(desk.read, ben, thing(3), { valueOn })).toMatchObject({
      relation: { own: true, involved: false },
    });
    for (const id of [thing(3), 'AB-0003']) expect(await page(id, ana)).toBeUndefined();
    expect((await listEquipmentRows(desk.read, ana, {})).items.map(({ tag }) => tag)).toEqual([
      'AB-0002',
      'HOST',
    ]);
    expect((await listEquipmentRows(desk.read, ana, { q: 'Projector' })).items).toEqual([]);
    expect((await listEquipmentRows(desk.read, ana, { holder: [BEN] })).items).toEqual([]);
    expect((await listEquipmentRows(desk.read, ben, { asOf: '2027-01-01T00:00:00Z' })).items).toEqual([]);
    expect(await equipmentByIds(desk.read, ana, [thing(3), thing(6)])).toEqual([]);
    expect(await equipmentHeldBy(desk.read, ana, BEN)).toBeUndefined();
    expect((await equipmentHeldBy(desk.read, ben, BEN))?.map(({ tag }) => tag)).toEqual(['AB-0003']);
    expect(await countEquipment(desk.read, ana)).toBeUndefined();
    expect(await equipmentHistory(desk.read, ben, thing(3))).toBeUndefined();
    const past = { valueOn, at: { revision: '0' } };
    expect(await equipmentOf(desk.read, ben, thing(3), past)).toBeUndefined();
  });

  it('tells the tickets of a thing, its repair and its book value', async () => {
    const depreciation = { method: 'straightLine', months: 10, residual: 0 };
    await tell(
      registered(7, { cost: 100, currency: 'EUR', purchasedOn: '2026-01-31', depreciation }),
      opened(1),
      opened(2, { by: BEN }),
      on(1, 'EquipmentLinked', { equipmentId: thing(7) }),
      on(2, 'EquipmentLinked', { equipmentId: thing(7) }),
      on(2, 'EquipmentUnlinked', { equipmentId: thing(7) }),
      on(2, 'EquipmentLinked', { equipmentId: thing(7) }),
      happens(7, 'EquipmentCheckedOut', toPerson(ANA)),
      happens(7, 'RepairStarted', { ticketId: ids.ticket(1), vendor: 'Fixers', note: 'screen' }),
    );
    const seen = await page(thing(7));
    expect(seen?.tickets.map(({ number }) => number)).toEqual([2, 1]);
    expect(seen).toMatchObject({
      stage: 'InRepair',
      holderId: ANA,
      repair: { ticketId: ids.ticket(1), vendor: 'Fixers', note: 'screen' },
      bookValue: { on: valueOn, value: 60 },
    });
    // Ana reads her own ticket, not that of Ben.
    expect((await page(thing(7), ana))?.tickets.map(({ number }) => number)).toEqual([1]);
    const story = (await equipmentHistory(desk.read, kim, thing(7))) ?? [];
    expect(story.at(-1)?.changes).toContainEqual({ field: 'repairTicket', from: null, to: '#1 Report 1' });
    const linking = (await ticketHistory(desk.read, kim, ids.ticket(1))) ?? [];
    expect(linking.at(-1)?.changes).toEqual([{ field: 'equipment', from: null, to: 'AB-0007 Laptop' }]);
    await tell(on(1, 'EquipmentUnlinked', { equipmentId: thing(7) }));
    expect((await page(thing(7)))?.tickets.map(({ number }) => number)).toEqual([2]);
  });

  it('the board counts what is in a room, lent from it or to it, and missing from it', async () => {
    await tell(registered(8), happens(8, 'ReportedMissing', { note: 'gone' }));
    const board = (await roomBoard(desk.read, kim, {})) ?? [];
    const rows = (await listEquipmentRows(desk.read, kim, { limit: 500 })).items;
    const inRoom = (id: string) => rows.filter(({ roomId }) => roomId === id).length;
    const of = (id: string) => board.find(({ roomId }) => roomId === id);
    // Lent from the lab: 3, 6 and 7 (in repair by now); 1 from the hall.
    expect(of(LAB)).toMatchObject({ name: 'Lab', equipment: inRoom(LAB), lent: 2, missing: 1 });
    expect(of(HALL)).toMatchObject({ name: 'Hall', equipment: inRoom(HALL), lent: 2, missing: 0 });
  });

  it('strangers who scan a label are told what administrators allow', async () => {
    expect(await publicFactsOf(desk.read, 'AB-0006')).toEqual({});
    const publicScan = { facts: ['name', 'room'], mayReport: true };
    await tell({
      stream: `settings-${SETTINGS_ID}`,
      by: KIM,
      event: { type: 'PublicScanDefined', data: publicScan },
    });
    expect(await publicFactsOf(desk.read, 'ab-0006')).toEqual({ name: 'Projector', room: 'Hall' });
    expect(await publicFactsOf(desk.read, 'nothing')).toEqual({});
  });
});
