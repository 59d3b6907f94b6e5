import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EquipmentId, StocktakeId, StreamName } from '#domain/ids.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend } from '#tests/support/fixtures.ts';
import { scanOf, takingStock, type TakingStock } from '#tests/support/takingStock.ts';

let app: TestApp;
let kim: Person;
let lee: Person;
let ana: Person;
let categoryId: TakingStock['categoryId'];
let roomWith: TakingStock['roomWith'];
let start: TakingStock['start'];
let scanAt: TakingStock['scanAt'];
let finish: TakingStock['finish'];
let decide: TakingStock['decide'];
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  ({ categoryId, roomWith, start, scanAt, finish, decide } = await takingStock(app, kim));
  lee = await app.join('technician', 'Lee');
  ana = await app.join('requester', 'Ana');
});
afterAll(() => app.stop());

async function lastOf(stream: StreamName): Promise<Recorded> {
  const last = (await Array.fromAsync(app.daybook.journal.readStream(stream))).at(-1);
  if (!last) throw new Error(`${stream} is empty.`);
  return last;
}

describe('What a stock-take leads to', () => {
  it('is no move of what is part of another thing, and the report says that it is', async () => {
    const [counted, elsewhere] = [await roomWith('HOST-1'), await roomWith('PART-1')];
    await kim.post(`/api/equipment/${elsewhere.first}/fitComponent`, { hostId: counted.first });
    const id = await start(elsewhere.roomId);
    await scanAt(id, scanOf('PART-1'));
    await finish(id);
    await upToDate(app);
    const { body } = await kim.get(`/api/stocktakes/${id}`);
    expect(body.stocktake.scans).toMatchObject([{ equipmentId: elsewhere.first, isPart: true }]);
    const refused = await decide(id, { line: elsewhere.first, decision: 'moveHere' });
    expect(refused.body).toMatchObject({ status: 409, rejection: 'IsComponent' });
  });

  it('is decided line by line, by commands that it has caused', async () => {
    const [lost, stray, lent] = [
      await roomWith('LOST-1'),
      await roomWith('STRAY-1'),
      await roomWith('LENT-1'),
    ];
    await lend(app, lent.first, ana);
    const id = await start(lost.roomId);
    for (const text of ['STRAY-1', 'LENT-1']) await scanAt(id, scanOf(text));
    const unknown = scanOf('NEW-1');
    await scanAt(id, unknown);
    const early = await decide(id, { line: stray.first, decision: 'moveHere' });
    expect(early.status).toBe(409);
    await finish(id);

    const orders = [
      { line: lost.first, decision: 'reportMissing', input: { note: 'Not on its shelf' } },
      { line: stray.first, decision: 'moveHere' },
      { line: lent.first, decision: 'moveHere' },
      { line: unknown.scanId, decision: 'register', input: { name: 'New', categoryId } },
    ];
    const followed = ['ReportedMissing', 'EquipmentMoved', 'EquipmentCheckedIn', 'EquipmentRegistered'];
    const causationId = (await lastOf(`stocktake-${id as StocktakeId}`)).meta.commandId;
    for (const [index, order] of orders.entries()) {
      const { body } = await decide(id, order);
      expect(body.events).toEqual([followed[index]]);
      const last = await lastOf(`equipment-${body.id as EquipmentId}`);
      expect(last.meta).toMatchObject({ correlationId: id, causationId });
      const again = await decide(id, order);
      expect([again.status, again.body.position]).toEqual([200, body.position]);
    }
    await upToDate(app);
    expect((await kim.get('/api/equipment/NEW-1')).body.equipment.roomId).toBe(lost.roomId);
    const { body } = await kim.get(`/api/stocktakes/${id}`);
    expect(body.stocktake.items.map(({ decision }) => decision)).toEqual(['reportMissing']);
    expect(body.stocktake.scans.map(({ decision }) => decision)).toEqual([
      'moveEquipment',
      'checkIn',
      'registerEquipment',
    ]);
  });

  it('is that something got lost in repair or retired, as much as in use', async () => {
    const { roomId, first } = await roomWith('GONE-1');
    const { body: other } = await kim.post('/api/equipment', {
      roomId,
      categoryId,
      tag: 'GONE-2',
      name: 'Old',
    });
    await kim.post(`/api/equipment/${first}/startRepair`, { vendor: 'Someone' });
    await kim.post(`/api/equipment/${other.id}/retireEquipment`, { reason: 'Old' });
    const id = await start(roomId);
    await finish(id);
    for (const line of [first, other.id]) {
      const { body } = await decide(id, { line, decision: 'reportMissing' });
      expect(body.events).toEqual(['ReportedMissing']);
      await kim.post(`/api/equipment/${line}/reportFound`, { roomId });
    }
    await upToDate(app);
    const stages = [first, other.id].map(async (thing) => {
      const { equipment } = (await kim.get(`/api/equipment/${thing}`)).body;
      return [equipment.stage, equipment.roomId];
    });
    expect(await Promise.all(stages)).toEqual([
      ['InStock', roomId],
      ['Retired', roomId],
    ]);
  });

  it('is left as it is for everybody, until something else is decided', async () => {
    const { roomId, first } = await roomWith('LEFT-1', 'LEFT-2');
    const id = await start(roomId);
    const unknown = scanOf('LEFT-3');
    await scanAt(id, unknown);
    await finish(id);
    for (const line of [first, unknown.scanId])
      expect((await decide(id, { line, decision: 'leave' })).body.events).toEqual(['StocktakeLineLeft']);
    expect((await decide(id, { line: first, decision: 'leave' }, lee)).body.events).toEqual([]);
    await upToDate(app);
    const decisions = async () => {
      const { body } = await lee.get(`/api/stocktakes/${id}`);
      const { items, scans } = body.stocktake;
      return [...items, ...scans].map(({ decision }) => decision);
    };
    expect(await decisions()).toEqual(['leaveLine', null, 'leaveLine']);
    const csv = await kim.get(`/api/export/stocktakes/${id}.csv`);
    expect(JSON.stringify(csv.body).match(/Left as it is/g)).toHaveLength(2);

    await decide(id, { line: first, decision: 'reportMissing' }, lee);
    await upToDate(app);
    expect(await decisions()).toEqual(['reportMissing', null, 'leaveLine']);
  });

  it('is about its own lines only, and may be left as it is', async () => {
    const { roomId, first } = await roomWith('OWN-1');
    const other = await roomWith('FOREIGN-1');
    const id = await start(roomId);
    await finish(id);
    const foreign = await decide(id, { line: other.first, decision: 'moveHere' });
    expect([foreign.status, foreign.body.errors[0]?.path]).toEqual([422, 'line']);
    const unscanned = await decide(id, { line: first, decision: 'register', input: {} });
    expect(unscanned.status).toBe(422);
    const left = await decide(id, { line: first, decision: 'leave' });
    expect([left.status, left.body.events]).toEqual([200, ['StocktakeLineLeft']]);
    const nobodys = await decide(id, { line: other.first, decision: 'leave' });
    expect([nobodys.status, nobodys.body.errors[0]?.path]).toEqual([422, 'line']);
    expect((await lastOf(`equipment-${first as EquipmentId}`)).type).toBe('EquipmentRegistered');
  });
});
