import { afterAll, beforeAll, expect, it } from 'vitest';
import { SETTINGS_ID } from '#domain/settings/settings.ts';
import { stocktakeEvents, type StocktakeEvent } from '#domain/stocktake/events.ts';
import { resultOf } from '#domain/stocktake/finish.ts';
import { isStarted } from '#domain/stocktake/rules.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { batchChanges, batchOf, listBatches } from '#projections/batches/query.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { recordHistory } from '#projections/recordHistory/query.ts';
import { settingsNow } from '#projections/settings/query.ts';
import { listStocktakes, stocktakeOf } from '#projections/stocktakes/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { happens, inBatch, inStocktake, registered, stock, tagOf } from '#tests/support/equipmentStory.ts';
import { ANA, HALL, ids, KIM, LAB, LEE } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, type Happening } from '#tests/support/recorded.ts';
import { house, renamed } from '#tests/support/story.ts';

const kim: Viewer = { userId: KIM, role: 'technician' };
const ana: Viewer = { userId: ANA, role: 'requester' };
const expected = [1, 2].map((n) => ({ equipmentId: ids.equipment(n), tag: tagOf(n) }));
const stocktakeId = ids.stocktake(1);

const isOfStocktake = (
  event: Recorded,
): event is Extract<Recorded, { readonly type: StocktakeEvent['type'] }> => event.type in stocktakeEvents;
const scanned = (scan: number, verdict: string, n: number | null, text = tagOf(n ?? 0)): Happening =>
  inStocktake(
    1,
    'EquipmentScanned',
    {
      scanId: ids.scan(scan),
      text,
      verdict,
      equipmentId: n === null ? null : ids.equipment(n),
      roomId: verdict === 'elsewhere' ? HALL : null,
    },
    { by: LEE, at: '2026-03-01T09:00:00Z' },
  );

onBothDatabases((databases) => {
  let desk: Projecting;
  const journal = new ArrayJournal();
  const tell = async (...happenings: readonly Happening[]) => {
    expect(await desk.projector.waitFor(journal.add(...happenings), 10_000)).toBe(true);
  };
  /** A command of a batch or that follows from a stock-take. */
  const following = async (correlationId: string, command: string, happening: Happening) => {
    const recorded = journal.recorder.add(happening);
    Object.assign(recorded.meta, { correlationId, command });
    journal.announce();
    expect(await desk.projector.waitFor(recorded.position, 10_000)).toBe(true);
  };

  const seen = async () => {
    const stocktake = await stocktakeOf(desk.read, kim, stocktakeId);
    if (!stocktake) throw new Error('no stock-take');
    return stocktake;
  };

  beforeAll(async () => {
    journal.add(...house, ...stock, ...[1, 2, 3].map((n) => registered(n)));
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
  });
  afterAll(() => desk.stop());

  it('a stock-take tells what was found, what is undone, and what was decided', async () => {
    await tell(
      inStocktake(1, 'StocktakeStarted', { roomId: LAB, expected }),
      scanned(1, 'expected', 1),
      scanned(2, 'expected', 2),
      inStocktake(1, 'ScanUndone', { scanId: ids.scan(2) }),
      scanned(3, 'elsewhere', 3),
      scanned(4, 'unknown', null, 'https://desk.example/t/NEW-9'),
      renamed(LEE, 'Leo'),
    );
    const running = await seen();
    expect(running).toMatchObject({
      status: 'Running',
      roomName: 'Lab',
      ...{ expected: 2, found: 1, elsewhere: 1, unknown: 1 },
    });
    expect(running.items).toEqual([
      { ...expected[0], name: 'Laptop', found: true, ...{ stage: 'InStock', isPart: false }, decision: null },
      {
        ...expected[1],
        name: 'Laptop',
        found: false,
        ...{ stage: 'InStock', isPart: false },
        decision: null,
      },
    ]);
    expect(
      running.scans.map(({ verdict, undone, byName, roomName }) => [verdict, undone, byName, roomName]),
    ).toEqual([
      ['expected', false, 'Leo', null],
      ['expected', true, 'Leo', null],
      ['elsewhere', false, 'Leo', 'Hall'],
      ['unknown', false, 'Leo', null],
    ]);
    const [kept, back] = running.scans;
    expect(kept).toMatchObject({ undoneAt: null, undoneById: null, undoneByName: null });
    expect(back).toMatchObject({ undoneById: KIM, undoneByName: 'Kim' });
    expect(back?.undoneAt).not.toBeNull();
    expect(running.scans[0]).toMatchObject({ at: '2026-03-01T09:00:00Z', name: 'Laptop' });
    expect(running.scans[0]?.recordedAt).not.toBe(running.scans[0]?.at);

    await tell(inStocktake(1, 'StocktakeFinished', { missing: [], elsewhere: [], unknown: [] }));
    await following(
      stocktakeId,
      'sightEquipment',
      happens(1, 'EquipmentSighted', { stocktakeId, roomId: LAB }),
    );
    await following(stocktakeId, 'reportMissing', happens(2, 'ReportedMissing', { note: '' }));
    await following(
      stocktakeId,
      'moveEquipment',
      happens(3, 'EquipmentMoved', { roomId: LAB, batchId: null }),
    );
    await following(stocktakeId, 'registerEquipment', registered(9, { tag: 'new-9' }));
    const finished = await seen();
    expect(finished.status).toBe('Finished');
    expect(finished.finishedAt).not.toBeNull();
    expect(finished.items.map(({ decision }) => decision)).toEqual([null, 'reportMissing']);
    expect(finished.scans.map(({ decision }) => decision)).toEqual([
      null,
      'reportMissing',
      'moveEquipment',
      'registerEquipment',
    ]);
  });

  it('stock-takes are listed, the last first, and replayed scan by scan; requesters know of none', async () => {
    await tell(inStocktake(2, 'StocktakeStarted', { roomId: HALL, expected: [] }));
    const { items, next } = await listStocktakes(desk.read, kim, { limit: 1 });
    expect(items.map((one) => one.stocktakeId)).toEqual([ids.stocktake(2)]);
    const rest = await listStocktakes(desk.read, kim, { limit: 1, cursor: next ?? '' });
    expect(rest.items).toMatchObject([{ stocktakeId, found: 1, elsewhere: 1, unknown: 1 }]);
    expect(rest.next).toBeNull();
    expect((await listStocktakes(desk.read, kim, { room: HALL, status: 'Finished' })).items).toEqual([]);
    const of = { kind: 'stocktake', recordId: stocktakeId } as const;
    const story = (await recordHistory(desk.read, kim, of)) ?? [];
    expect(story.map(({ type }) => type)).toEqual([
      'StocktakeStarted',
      ...['EquipmentScanned', 'EquipmentScanned', 'ScanUndone', 'EquipmentScanned', 'EquipmentScanned'],
      'StocktakeFinished',
    ]);
    expect(story[2]?.changes).toEqual([
      { field: 'scan', from: null, to: tagOf(2) },
      { field: 'verdict', from: null, to: 'expected' },
    ]);
    expect(story[3]?.changes).toEqual([{ field: 'scan', from: tagOf(2), to: null }]);
    expect(story[6]?.changes).toContainEqual({ field: 'status', from: 'Running', to: 'Finished' });
    expect(await stocktakeOf(desk.read, ana, stocktakeId)).toBeUndefined();
    expect((await listStocktakes(desk.read, ana, {})).items).toEqual([]);
    expect(await recordHistory(desk.read, ana, of)).toBeUndefined();
  });

  it('a stock-take counts as unknown what its end does, on its page and in the list', async () => {
    const unknown = (scan: number, text: string) => ({ scanId: ids.scan(scan), text, verdict: 'unknown' });
    const scans = [
      { ...unknown(11, 'ＮＥＷ-9'), equipmentId: null, roomId: null },
      { ...unknown(12, 'Café'), equipmentId: null, roomId: null },
      { ...unknown(13, 'new-9'), verdict: 'elsewhere', equipmentId: ids.equipment(9), roomId: LAB },
      { ...unknown(14, 'Cafe'), verdict: 'elsewhere', equipmentId: ids.equipment(3), roomId: LAB },
    ];
    const counted = async () => {
      const page = await stocktakeOf(desk.read, kim, ids.stocktake(3));
      const { items } = await listStocktakes(desk.read, kim, { room: HALL });
      const listed = items.find((one) => one.stocktakeId === ids.stocktake(3));
      return [page, listed].map((row) => [row?.unknown, row?.elsewhere]);
    };
    await tell(
      inStocktake(3, 'StocktakeStarted', { roomId: HALL, expected: [] }),
      ...scans.map((scan) => inStocktake(3, 'EquipmentScanned', scan)),
    );
    const state = journal.recorder.events
      .filter(({ entityId }) => entityId === ids.stocktake(3))
      .filter(isOfStocktake)
      .reduce(stocktake.evolve, stocktake.initial);
    if (!isStarted(state)) throw new Error('not started');
    expect(resultOf(state).unknown.map(({ text }) => text)).toEqual(['Café']);
    expect(await counted()).toEqual([
      [1, 2],
      [1, 2],
    ]);
    await tell(inStocktake(3, 'ScanUndone', { scanId: ids.scan(13) }));
    expect(await counted()).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('a batch tells how far it is and what it has changed', async () => {
    const batchId = ids.batch(1);
    await tell(inBatch(1, 'BatchStarted', { action: 'moveEquipment', size: 2, title: 'To the hall' }));
    await following(batchId, 'moveEquipment', happens(1, 'EquipmentMoved', { roomId: HALL, batchId }));
    await following(batchId, 'moveEquipment', happens(3, 'EquipmentMoved', { roomId: HALL, batchId }));
    await tell(inBatch(1, 'BatchFinished', { done: 2, failed: 0 }));
    expect(await batchOf(desk.read, kim, batchId)).toMatchObject({
      ...{ status: 'Finished', done: 2, size: 2, startedByName: 'Kim', takenBackAt: null, kept: null },
    });
    const changed = await batchChanges(desk.read, batchId);
    expect(changed.sort()).toEqual([ids.equipment(1), ids.equipment(3)]);
    await tell(inBatch(1, 'BatchTakenBack', { done: 1, failed: 1 }));
    const { items } = await listBatches(desk.read, kim, { status: 'TakenBack' });
    expect(items.map((one) => one.batchId)).toEqual([batchId]);
    expect(items[0]).not.toHaveProperty('updatedAt');
    expect(await batchOf(desk.read, ana, batchId)).toBeUndefined();
    expect((await listBatches(desk.read, ana, {})).items).toEqual([]);
  });

  it('settings are what was set last, with their history', async () => {
    expect(await settingsNow(desk.read)).toMatchObject({ terms: { version: 0, text: '' }, revision: '-1' });
    const stream = `settings-${SETTINGS_ID}`;
    await tell(
      { stream, event: { type: 'LoanTermsDefined', data: { version: 1, text: 'Return it.' } } },
      { stream, event: { type: 'PublicScanDefined', data: { facts: ['name'], mayReport: false } } },
    );
    expect(await settingsNow(desk.read)).toMatchObject({
      terms: { version: 1, text: 'Return it.' },
      publicScan: { facts: ['name'], mayReport: false },
      revision: '1',
    });
    const story = await recordHistory(desk.read, kim, { kind: 'settings', recordId: SETTINGS_ID });
    expect(story?.[1]?.changes).toEqual([
      { field: 'publicScan.facts', from: null, to: 'name' },
      { field: 'publicScan.mayReport', from: true, to: false },
    ]);
  });
});
