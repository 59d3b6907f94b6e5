import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '#api/contract/live.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing, report } from '#tests/support/fixtures.ts';
import { settled, sockets, told, until } from '#tests/support/watching.ts';

let app: TestApp;
let roomId: string;
let categoryId: string;
let ana: Person;
let ben: Person;
let kim: Person;
let lee: Person;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  categoryId = await makeCategory(app);
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
  lee = await app.join('technician', 'Lee');
});
afterAll(() => app.stop());
const { watching } = sockets();

const thing = async (more: { tag?: string } = {}) => {
  const id = await registerThing(app, { roomId, categoryId, ...more });
  await upToDate(app);
  return id;
};

describe('The register', () => {
  it('is told of each change, with the row as the API gives it', async () => {
    const watcher = await watching(app, kim, { screen: 'equipment' });
    const id = await thing({ tag: 'LIVE-1' });
    await lend(app, id, ana);
    await until(() => expect(told(watcher, 'equipment_register', id).at(-1)?.revision).toBe('1'));
    const { body } = await kim.get('/api/equipment?q=LIVE-1');
    expect(told(watcher, 'equipment_register', id).at(-1)?.row).toEqual(body.items[0]);
  });

  it('is for a requester what is lent to them: it comes at the loan and goes at its end', async () => {
    const hers = await watching(app, ana, { screen: 'equipment' });
    const his = await watching(app, ben, { screen: 'equipment' });
    const id = await thing();
    await lend(app, id, ana);
    await until(() => expect(told(hers, 'equipment_register', id)).toHaveLength(1));
    const listed = await ana.get(`/api/equipment?limit=500`);
    const row = listed.body.items.find(({ equipmentId }) => equipmentId === id);
    expect(told(hers, 'equipment_register', id)[0]?.row).toEqual(row);
    await kim.post(`/api/equipment/${id}/checkIn`, { roomId });
    await until(() => expect(told(hers, 'equipment_register', id).at(-1)?.row).toBeNull());
    const before = hers.changes.length;
    await kim.post(`/api/equipment/${id}/noteOnEquipment`, { note: 'She scratched it.' });
    await settled(app, hers);
    await settled(app, his);
    expect(hers.changes.slice(before).filter(({ table }) => table !== 'rooms')).toEqual([]);
    expect(his.changes.filter(({ table }) => table !== 'rooms')).toEqual([]);
  });
});

describe('A thing', () => {
  it('is told to staff with its history, and to its borrower without, until it is given back', async () => {
    const id = await thing();
    await lend(app, id, ana);
    const screen: Screen = { screen: 'thing', equipmentId: id };
    const [hers, staffs] = [await watching(app, ana, screen), await watching(app, kim, screen)];
    const his = await watching(app, ben);
    expect(await his.watch(screen)).toMatchObject({ ok: false });
    await kim.post(`/api/equipment/${id}/extendLoan`, { dueOn: '2099-01-01' });
    for (const watcher of [hers, staffs])
      await until(() =>
        expect(told(watcher, 'equipment_page', id).at(-1)?.row).toMatchObject({ dueOn: '2099-01-01' }),
      );
    await until(() =>
      expect(staffs.changes.filter(({ table }) => table === 'equipment_history')).toHaveLength(1),
    );
    await kim.post(`/api/equipment/${id}/checkIn`, { roomId });
    await until(() => expect(told(hers, 'equipment_page', id).at(-1)?.row).toBeNull());
    const before = hers.changes.length;
    await kim.post(`/api/equipment/${id}/noteOnEquipment`, { note: 'Scratched.' });
    await settled(app, hers);
    expect(hers.changes.slice(before).filter(({ table }) => table !== 'rooms')).toEqual([]);
    expect(JSON.stringify(hers.changes)).not.toContain('equipment_history');
  });

  it('is told of the tickets that name it', async () => {
    const id = await thing();
    const watcher = await watching(app, kim, { screen: 'thing', equipmentId: id });
    const ticketId = await report(ana, roomId);
    await kim.post(`/api/tickets/${ticketId}/linkEquipment`, { equipmentId: id });
    await until(() =>
      expect(told(watcher, 'equipment_page', id).at(-1)?.row?.['tickets']).toEqual([
        expect.objectContaining({ ticketId }),
      ]),
    );
    await kim.post(`/api/tickets/${ticketId}/unlinkEquipment`, { equipmentId: id });
    await until(() => expect(told(watcher, 'equipment_page', id).at(-1)?.row?.['tickets']).toEqual([]));
  });
});

describe('A stock-take', () => {
  it('is told scan by scan to all who take it, then with its report and what is decided about it', async () => {
    const room = await openRoom(app, 'Taken');
    const taken = await registerThing(app, { roomId: room, categoryId, tag: 'TAKEN-1' });
    const { body } = await kim.post('/api/stocktakes', { roomId: room });
    const { id } = body;
    await upToDate(app);
    const screen: Screen = { screen: 'stocktake', stocktakeId: id };
    const [one, other] = [await watching(app, kim, screen), await watching(app, lee, screen)];
    const list = await watching(app, lee, { screen: 'stocktakes' });
    const scanId = crypto.randomUUID();
    await kim.post(`/api/stocktakes/${id}/scan`, { scanId, text: 'TAKEN-1' });
    for (const watcher of [one, other]) {
      await until(() =>
        expect(told(watcher, 'stocktake_scans', scanId)[0]?.row).toMatchObject({ verdict: 'expected' }),
      );
      expect(told(watcher, 'stocktakes', id).at(-1)?.row).toMatchObject({ found: 1, expected: 1 });
    }
    await lee.post(`/api/stocktakes/${id}/undoScan`, { scanId });
    await until(() =>
      expect(told(one, 'stocktake_scans', scanId).at(-1)?.row).toMatchObject({ undone: true }),
    );
    await kim.post(`/api/stocktakes/${id}/finishStocktake`);
    await until(async () => {
      const { stocktake } = (await kim.get(`/api/stocktakes/${id}`)).body;
      expect(told(other, 'stocktake_page', id).at(-1)?.row).toEqual(stocktake);
    });
    await until(() => expect(told(list, 'stocktakes', id).at(-1)?.row).toMatchObject({ status: 'Finished' }));
    await kim.post(`/api/stocktakes/${id}/decide`, { line: taken, decision: 'reportMissing' });
    await until(() =>
      expect(told(other, 'stocktake_page', id).at(-1)?.row?.['items']).toEqual([
        expect.objectContaining({ equipmentId: taken, decision: 'reportMissing' }),
      ]),
    );
    const hers = await watching(app, ana);
    for (const forStaff of [screen, { screen: 'stocktakes' }, { screen: 'batches' }] as const)
      expect(await hers.watch(forStaff)).toMatchObject({ ok: false });
  });
});

describe('The settings', () => {
  it('are told to everybody as the API gives them', async () => {
    const watcher = await watching(app, ana, { screen: 'settings' });
    await app.admin.post('/api/settings/defineLoanTerms', { text: 'Bring it back.' });
    await until(async () => {
      const { settings } = (await ana.get('/api/settings')).body;
      expect(watcher.changes.at(-1)).toMatchObject({ table: 'settings', row: settings });
      expect(watcher.changes.at(-1)?.row).toEqual(settings);
    });
  });
});
