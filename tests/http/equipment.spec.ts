import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EquipmentId, TicketId } from '#domain/ids.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let store: string;
let lab: string;
let categoryId: string;
let kim: Person;
let lee: Person;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  app = await startApp();
  [store, lab] = [await openRoom(app, 'Store'), await openRoom(app, 'Lab')];
  categoryId = await makeCategory(app);
  kim = await app.join('technician', 'Kim');
  lee = await app.join('technician', 'Lee');
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
});
afterAll(() => app.stop());

const thing = (more: { tag?: string; name?: string } = {}) =>
  registerThing(app, { roomId: store, categoryId, ...more });
const eventsOf = (id: string) => app.events(`equipment-${id as EquipmentId}`);
const typesOf = async (id: string) => (await eventsOf(id)).map(({ type }) => type);
const ticketTypes = async (id: string) =>
  (await app.events(`ticket-${id as TicketId}`)).map(({ type }) => type);
const after = () => ({ 'daybook-after': String(app.daybook.projector.position()) });
describe('A thing', () => {
  it('is registered once, with its first event, and found by id and by its tag in any case', async () => {
    const given = { tag: 'NB-0001', name: 'Notebook', categoryId, roomId: store, serial: 'ser-1' };
    const { status, body, headers } = await kim.post('/api/equipment', given);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/equipment/${body.id}`);
    expect(await typesOf(body.id)).toEqual(['EquipmentRegistered']);
    await upToDate(app);
    for (const name of [body.id, 'nb-0001']) {
      const found = await kim.get(`/api/equipment/${name}`);
      expect(found.body.equipment).toMatchObject({
        equipmentId: body.id,
        tag: 'NB-0001',
        stage: 'InStock',
        roomName: 'Store',
      });
      expect(found.body.may).toContain('checkOut');
      expect(found.body.may).not.toContain('checkIn');
    }
    const sameTag = await kim.post('/api/equipment', { ...given, tag: 'nb-0001', serial: '' });
    expect([sameTag.status, sameTag.body.type]).toEqual([409, '/problems/taken']);
    const sameSerial = await kim.post('/api/equipment', { ...given, tag: 'NB-0002', serial: 'SER-1' });
    expect([sameSerial.status, sameSerial.body.type]).toEqual([409, '/problems/taken']);
  });

  it('is worth less on a later day', async () => {
    const given = {
      tag: 'VALUE-1',
      name: 'Server',
      categoryId,
      roomId: store,
      purchasedOn: '2024-01-01',
      cost: 1200,
      currency: 'EUR',
      depreciation: { method: 'straightLine', months: 24, residual: 0 },
    };
    await kim.post('/api/equipment', given);
    await upToDate(app);
    const value = async (day: string) =>
      (await kim.get(`/api/equipment/VALUE-1?valueOn=${day}`)).body.equipment.bookValue;
    expect(await value('2024-07-01')).toEqual({ on: '2024-07-01', value: 900 });
    expect(await value('2026-02-01')).toEqual({ on: '2026-02-01', value: 0 });
  });

  it('moved by two who have not seen each other answers the second with what the first has done', async () => {
    const id = await thing();
    await kim.post(`/api/equipment/${id}/moveEquipment`, { roomId: lab }, { 'if-match': '"0"' });
    const late = await lee.post(
      `/api/equipment/${id}/checkOut`,
      { to: { kind: 'person', userId: ana.user.userId } },
      { 'if-match': '"0"' },
    );
    expect([late.status, late.body.type, late.body.revision]).toEqual([409, '/problems/conflict', '1']);
    expect(late.body.since).toEqual([
      expect.objectContaining({
        type: 'EquipmentMoved',
        actorName: 'Kim',
        changes: [expect.objectContaining({ field: 'room', from: 'Store', to: 'Lab' })],
      }),
    ]);
    expect(await typesOf(id)).toEqual(['EquipmentRegistered', 'EquipmentMoved']);
  });

  it('stands as it stood at a moment and after an event', async () => {
    const id = await thing({ name: 'Beamer' });
    await kim.post(`/api/equipment/${id}/moveEquipment`, { roomId: lab });
    await upToDate(app);
    const then = await kim.get(`/api/equipment/${id}?revision=0`);
    expect(then.body.equipment).toMatchObject({ roomName: 'Store', revision: '0' });
    expect(then.body.may).toEqual([]);
    const before = await kim.get(`/api/equipment/${id}?asOf=2020-01-01T00:00:00Z`);
    expect(before.status).toBe(404);
    const { body } = await kim.get(`/api/equipment/${id}/history`);
    expect(body.items.map(({ type }) => type)).toEqual(['EquipmentRegistered', 'EquipmentMoved']);
  });

  it('tells what was done of its checklist, each time', async () => {
    const id = await thing();
    const checklist = ['Oil', 'Belt'];
    await kim.post(`/api/equipment/${id}/planMaintenance`, {
      repetition: { every: 1, unit: 'year' },
      checklist,
    });
    const done = { doneOn: '2026-01-31', ticked: ['Belt'] };
    await kim.post(`/api/equipment/${id}/recordMaintenance`, done, { 'idempotency-key': 'once' });
    await kim.post(`/api/equipment/${id}/recordMaintenance`, done, { 'idempotency-key': 'once' });
    await kim.post(`/api/equipment/${id}/recordMaintenance`, { ...done, ticked: checklist, note: 'All' });
    await upToDate(app);
    const { body } = await kim.get(`/api/equipment/${id}/history`);
    const told = (body.items as unknown as { type: string; changes: { field: string; to: unknown }[] }[])
      .filter(({ type }) => type === 'MaintenanceDone')
      .map(({ changes }) => changes.map(({ field, to }) => [field, to]));
    expect(told).toHaveLength(2);
    expect(told[0]).toContainEqual(['maintenanceSteps', 'Belt']);
    expect(told[0]).toContainEqual(['maintenanceStepsLeft', 'Oil']);
    expect(told[1]).toContainEqual(['maintenanceSteps', 'Oil, Belt']);
    expect(told[1]).toContainEqual(['note', 'All']);
  });

  it('repaired for a ticket tells what it follows from', async () => {
    const id = await thing();
    const ticketId = await report(ana, store);
    const accepted = await kim.post(`/api/tickets/${ticketId}/accept`);
    await app.daybook.projector.waitFor(BigInt(accepted.body.position), 5_000);
    const { body } = await kim.get(`/api/tickets/${ticketId}/history`);
    const { status } = await kim.post(`/api/equipment/${id}/startRepair`, { ticketId, vendor: 'Fixers' });
    expect(status).toBe(200);
    await upToDate(app);
    const { body: life } = await kim.get(`/api/equipment/${id}/history`);
    const started = life.items.at(-1);
    expect(started).toMatchObject({
      type: 'RepairStarted',
      causationId: body.items.at(-1)?.['commandId'],
    });
    const { repair, tickets } = (await kim.get(`/api/equipment/${id}`)).body.equipment;
    expect(repair).toMatchObject({ ticketId });
    expect(tickets.map((one) => one.ticketId)).toEqual([ticketId]);
    const { body: told } = await kim.get(`/api/tickets/${ticketId}/history`);
    expect(told.items.at(-1)).toMatchObject({
      type: 'EquipmentLinked',
      actorName: 'Kim',
      correlationId: started?.['correlationId'],
      causationId: started?.['commandId'],
    });
    const { body: page } = await kim.get(`/api/tickets/${ticketId}`);
    expect(page.ticket.equipmentIds).toEqual([id]);

    await kim.post(`/api/equipment/${id}/finishRepair`, { outcome: 'repaired' });
    await upToDate(app);
    const { body: whole } = await kim.get(`/api/equipment/${id}/history`);
    expect(whole.items.at(-1)).toMatchObject({
      type: 'RepairFinished',
      correlationId: started?.['correlationId'],
      causationId: started?.['commandId'],
    });
  });

  it('repaired for a ticket that names it already, or is finished, changes nothing about the ticket', async () => {
    const [named, unnamed] = [await thing(), await thing()];
    const [open, over] = [await report(ana, store), await report(ana, store)];
    await kim.post(`/api/tickets/${open}/linkEquipment`, { equipmentId: named });
    await kim.post(`/api/tickets/${over}/reject`, { reason: 'Not ours' });
    const before = [await ticketTypes(open), await ticketTypes(over)];
    await kim.post(`/api/equipment/${named}/startRepair`, { ticketId: open });
    const { status } = await kim.post(`/api/equipment/${unnamed}/startRepair`, { ticketId: over });
    expect(status).toBe(200);
    expect([await ticketTypes(open), await ticketTypes(over)]).toEqual(before);
  });
});

describe('The register', () => {
  it('is narrowed, searched and paged, and counted', async () => {
    const room = await openRoom(app, 'Shelf');
    for (const name of ['Cable A', 'Cable B', 'Cable C'])
      await registerThing(app, { roomId: room, categoryId, name, tag: name.replace(' ', '-') });
    await upToDate(app);
    const first = await kim.get(`/api/equipment?room=${room}&sort=-name&limit=2`);
    expect(first.body.items.map(({ name }) => name)).toEqual(['Cable C', 'Cable B']);
    const rest = await kim.get(`/api/equipment?room=${room}&sort=-name&limit=2&cursor=${first.body.next}`);
    expect(rest.body.items.map(({ name }) => name)).toEqual(['Cable A']);
    expect(rest.body.next).toBeNull();
    const found = await kim.get('/api/equipment?q=cable-b');
    expect(found.body.items.map(({ tag }) => tag)).toEqual(['Cable-B']);
    expect((await kim.get('/api/equipment?stage=Lost')).status).toBe(422);
    const { body } = await kim.get('/api/equipment/counts');
    const counted = body.counts as unknown as { stage: string; categoryId: string; count: number }[];
    const listed = (await kim.get('/api/equipment?limit=500&stage=InStock')).body.items;
    expect(counted.find(({ stage }) => stage === 'InStock')?.count).toBe(listed.length);
  });

  it('shows a requester what is lent to them and nothing else', async () => {
    const [hers, his] = [await thing({ name: 'Hers' }), await thing({ name: 'His' })];
    await lend(app, hers, ana);
    await lend(app, his, ben);
    const listed = await ana.get('/api/equipment?limit=500', after());
    expect(listed.body.items.map(({ equipmentId }) => equipmentId)).toEqual([hers]);
    const all = await ana.get(`/api/equipment?holder=${ben.user.userId}`, after());
    expect(all.body.items).toEqual([]);
    expect((await ana.get(`/api/equipment/${hers}`)).body.may).toEqual(['acceptCheckout', 'declineCheckout']);
    expect((await ana.get(`/api/equipment/${his}`)).status).toBe(404);
    expect((await ana.get(`/api/equipment/${hers}/history`)).status).toBe(404);
    const { body } = await kim.get(`/api/users/${ana.user.userId}/holdings`);
    expect(body.equipment.map(({ equipmentId }: { equipmentId: string }) => equipmentId)).toEqual([hers]);
    await kim.post(`/api/equipment/${hers}/checkIn`, { roomId: store });
    await upToDate(app);
    expect((await ana.get(`/api/equipment/${hers}`)).status).toBe(404);
  });
});

describe('The rooms board', () => {
  it('counts what is in each room, now and then', async () => {
    const room = await openRoom(app, 'Counted');
    const id = await registerThing(app, { roomId: room, categoryId });
    await registerThing(app, { roomId: room, categoryId });
    const before = new Date().toISOString();
    await lend(app, id, ana);
    const on = async (query = '') =>
      (await kim.get(`/api/rooms/board${query}`, after())).body.items.find(({ roomId }) => roomId === room);
    expect(await on()).toMatchObject({ equipment: 1, lent: 1, missing: 0 });
    expect(await on(`?asOf=${before}`)).toMatchObject({ equipment: 2, lent: 0 });
    expect((await ana.get('/api/rooms/board')).status).toBe(404);
  });
});
