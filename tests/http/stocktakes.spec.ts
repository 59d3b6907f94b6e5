import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EquipmentId, StocktakeId, StreamName } from '#domain/ids.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing } from '#tests/support/fixtures.ts';

let app: TestApp;
let categoryId: string;
let kim: Person;
let lee: Person;
let ana: Person;
beforeAll(async () => {
  app = await startApp();
  categoryId = await makeCategory(app);
  kim = await app.join('technician', 'Kim');
  lee = await app.join('technician', 'Lee');
  ana = await app.join('requester', 'Ana');
});
afterAll(() => app.stop());

let rooms = 0;
async function roomWith(...tags: string[]): Promise<{ roomId: string; first: string }> {
  const roomId = await openRoom(app, `Counted room ${(rooms += 1)}`);
  const things: string[] = [];
  for (const tag of tags) things.push(await registerThing(app, { roomId, categoryId, tag, name: tag }));
  return { roomId, first: String(things[0]) };
}
const start = async (roomId: string) => (await kim.post('/api/stocktakes', { roomId })).body.id;
const scanOf = (text: string, more: { occurredAt?: string; sentAt?: string } = {}) => ({
  scanId: crypto.randomUUID(),
  text,
  ...more,
});
const scanAt = (id: string, scan: object, person = kim) => person.post(`/api/stocktakes/${id}/scan`, scan);
const finish = (id: string) => kim.post(`/api/stocktakes/${id}/finishStocktake`);
const decide = (id: string, body: object, person = kim) => person.post(`/api/stocktakes/${id}/decide`, body);
const eventsOf = (id: string) => app.events(`stocktake-${id as StocktakeId}`);
async function lastOf(stream: StreamName): Promise<Recorded> {
  const last = (await Array.fromAsync(app.daybook.journal.readStream(stream))).at(-1);
  if (!last) throw new Error(`${stream} is empty.`);
  return last;
}

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

describe('What a stock-take leads to', () => {
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
