import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EquipmentId, StocktakeId } from '#domain/ids.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { scanOf, takingStock, type TakingStock } from '#tests/support/takingStock.ts';

let app: TestApp;
let kim: Person;
let lee: Person;
let ana: Person;
let roomWith: TakingStock['roomWith'];
let start: TakingStock['start'];
let scanAt: TakingStock['scanAt'];
let finish: TakingStock['finish'];
let decide: TakingStock['decide'];
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  ({ roomWith, start, scanAt, finish, decide } = await takingStock(app, kim));
  lee = await app.join('technician', 'Lee');
  ana = await app.join('requester', 'Ana');
});
afterAll(() => app.stop());

const eventsOf = (id: string) => app.events(`stocktake-${id as StocktakeId}`);

describe('A stock-take', () => {
  it('freezes what is in a room and judges each scan, of whatever form', async () => {
    const { roomId } = await roomWith('ST-1', 'ST-2');
    await roomWith('ELSE-1');
    const id = await start(roomId);
    for (const text of ['st-1', 'https://desk.example.org/t/ELSE-1', 'No such label'])
      expect((await scanAt(id, scanOf(text))).status).toBe(200);
    await upToDate(app);
    const { body } = await kim.get(`/api/stocktakes/${id}`);
    expect(body.stocktake).toMatchObject({
      expected: 2,
      found: 1,
      elsewhere: 1,
      unknown: 1,
      status: 'Running',
    });
    expect(body.stocktake.items.map(({ tag, found }) => [tag, found])).toEqual([
      ['ST-1', true],
      ['ST-2', false],
    ]);
    expect(body.stocktake.scans.map(({ verdict }) => verdict)).toEqual(['expected', 'elsewhere', 'unknown']);
    expect(body.may).toContain('finishStocktake');
    const listed = await kim.get(`/api/stocktakes?room=${roomId}&status=Running`);
    expect(listed.body.items.map(({ stocktakeId }) => stocktakeId)).toEqual([id]);
  });

  it('counts a scan once however often it is sent, with the time at which it was made', async () => {
    const { roomId, first } = await roomWith('TWICE-1');
    const id = await start(roomId);
    const occurredAt = new Date(Date.now() - 60_000).toISOString();
    const scan = scanOf('TWICE-1', { occurredAt });
    const sent = await Promise.all([scanAt(id, scan), scanAt(id, scan), scanAt(id, scan)]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await scanAt(id, scan, lee)).body.events).toEqual([]);
    const scanned = (await eventsOf(id)).filter(({ type }) => type === 'EquipmentScanned');
    expect(scanned).toHaveLength(1);
    expect(scanned[0]).toMatchObject({ at: occurredAt });
    const life = await Array.fromAsync(app.daybook.journal.readStream(`equipment-${first as EquipmentId}`));
    const sightings = life.filter(({ type }) => type === 'EquipmentSighted');
    expect(sightings).toHaveLength(1);
    expect(sightings[0]).toMatchObject({ at: occurredAt, data: { stocktakeId: id, roomId } });
    const [stocktakeScan] = await Array.fromAsync(
      app.daybook.journal.readStream(`stocktake-${id as StocktakeId}`, 1n),
    );
    expect(sightings[0]?.meta).toMatchObject({
      correlationId: id,
      causationId: stocktakeScan?.meta.commandId,
    });
  });

  it('tells when scans were made that a phone sends whose clock is ahead', async () => {
    const { roomId } = await roomWith('AHEAD-1', 'AHEAD-2');
    const id = await start(roomId);
    const now = Date.now();
    const byPhone = (minutesAgo: number) => new Date(now + (20 - minutesAgo) * 60_000).toISOString();
    for (const [tag, minutesAgo] of [
      ['AHEAD-1', 30],
      ['AHEAD-2', 3],
    ] as const)
      await scanAt(id, scanOf(tag, { occurredAt: byPhone(minutesAgo), sentAt: byPhone(0) }));
    await upToDate(app);
    const { scans } = (await kim.get(`/api/stocktakes/${id}`)).body.stocktake;
    const ago = scans.map(({ at }) => Math.round((now - Date.parse(at)) / 60_000));
    expect(ago).toEqual([30, 3]);
    const unsaid = await scanAt(id, { ...scanOf('AHEAD-1'), sentAt: now });
    expect([unsaid.status, unsaid.body.errors[0]?.path]).toEqual([422, 'sentAt']);
  });

  it('takes a scan back, and takes no scan once it is over', async () => {
    const { roomId } = await roomWith('BACK-1');
    const id = await start(roomId);
    const scan = scanOf('BACK-1');
    await scanAt(id, scan);
    await kim.post(`/api/stocktakes/${id}/undoScan`, { scanId: scan.scanId });
    await finish(id);
    const late = await scanAt(id, scanOf('BACK-1'));
    expect([late.status, late.body.rejection]).toEqual([409, 'StocktakeOver']);
    await upToDate(app);
    const { body } = await kim.get(`/api/stocktakes/${id}`);
    expect(body.stocktake).toMatchObject({ status: 'Finished', found: 0 });
    expect(body.may).toEqual([]);
    const { body: told } = await kim.get(`/api/stocktakes/${id}/history`);
    expect(told.items.map(({ type }) => type)).toEqual([
      'StocktakeStarted',
      'EquipmentScanned',
      'ScanUndone',
      'StocktakeFinished',
    ]);
  });

  it('counts a scan that was made before the end and comes after it, whatever was decided meanwhile', async () => {
    const { roomId, first } = await roomWith('LATE-1', 'LATE-2');
    const id = await start(roomId);
    const occurredAt = new Date(Date.now() - 1_000).toISOString();
    await finish(id);
    await decide(id, { line: first, decision: 'reportMissing' });
    expect((await scanAt(id, scanOf('LATE-1', { occurredAt }), lee)).body.events).toEqual([
      'EquipmentScanned',
    ]);
    await upToDate(app);
    const { stocktake } = (await kim.get(`/api/stocktakes/${id}`)).body;
    expect(stocktake).toMatchObject({ status: 'Finished', found: 1, expected: 2 });
    expect(stocktake.items[0]).toMatchObject({ found: true, decision: 'reportMissing' });
    expect((await decide(id, { line: first, decision: 'moveHere' })).body.events).toEqual(['EquipmentFound']);
    await upToDate(app);
    const { body } = await kim.get(`/api/stocktakes/${id}`);
    expect(body.stocktake.items[0]).toMatchObject({ found: true, decision: 'reportFound' });
    expect((await kim.get('/api/equipment/LATE-1')).body.equipment).toMatchObject({
      stage: 'InStock',
      roomId,
    });
  });

  it('is not there for requesters', async () => {
    const { roomId } = await roomWith('HIDDEN-1');
    const id = await start(roomId);
    await upToDate(app);
    const answers = await Promise.all([
      ana.get('/api/stocktakes'),
      ana.get(`/api/stocktakes/${id}`),
      scanAt(id, scanOf('HIDDEN-1'), ana),
      finish(id).then(() => decide(id, { line: crypto.randomUUID(), decision: 'leave' }, ana)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});
