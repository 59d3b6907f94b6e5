import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projections } from '#projections/all.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';
import { isProblem } from '#tests/support/isProblem.ts';

let app: TestApp;
let auditor: Person;
let technician: Person;
let requester: Person;
beforeAll(async () => {
  app = await startApp();
  auditor = await app.join('auditor');
  technician = await app.join('technician');
  requester = await app.join('requester');
  await openRoom(app, 'Observatory');
  await upToDate(app);
});
afterAll(() => app.stop());

const generationOf = async (name: string): Promise<number> => {
  const { body } = await app.admin.get('/api/projections');
  return Math.max(...body.projections.flatMap((one) => (one.name === name ? [one.generation] : [])));
};

describe('The list of the tables', () => {
  it('tells administrators and auditors of each table where it stands, and that none is behind', async () => {
    for (const who of [app.admin, auditor]) {
      const { status, body } = await who.get('/api/projections');
      expect(status).toBe(200);
      expect(body.projections.map(({ name }) => name).sort()).toEqual(
        projections.map(({ name }) => name).sort(),
      );
      expect(body).toMatchObject({ position: body.end, lag: 0, asked: [] });
    }
  });

  it('is not there for technicians and requesters', async () => {
    for (const who of [technician, requester]) isProblem(await who.get('/api/projections'), 404, 'not-found');
  });
});

describe('Making tables anew', () => {
  it('is for administrators, and not there for whoever cannot read the list', async () => {
    const path = '/api/projections/rooms/rebuild';
    isProblem(await auditor.post(path), 403, 'not-allowed');
    for (const who of [technician, requester]) isProblem(await who.post(path), 404, 'not-found');
    isProblem(await app.admin.post('/api/projections/nothing/rebuild'), 404, 'not-found');
  });

  it('is done once for those who ask again while it goes on, and the rows are there as before', async () => {
    const before = await generationOf('rooms');
    const asked = Array.from({ length: 3 }, () => app.admin.post('/api/projections/rooms/rebuild'));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([202, 202, 202]);
    await expect.poll(async () => (await app.admin.get('/api/projections')).body.asked).toEqual([]);
    expect(await generationOf('rooms')).toBe(before + 1);
    const rooms = await app.admin.get('/api/rooms');
    expect(rooms.body.items).toEqual([expect.objectContaining({ name: 'Observatory' })]);
  });
});

describe('Tables that no longer follow', () => {
  it('are behind by what the journal has more, in the list, for probes and in the metrics', async () => {
    const other = await startApp();
    await other.daybook.projector.stop();
    await other.admin.post('/api/rooms', { name: 'Observatory' });
    const { body } = await other.admin.get('/api/projections');
    expect(body.lag).toBe(Number(BigInt(body.end) - BigInt(body.position)));
    expect(body.lag).toBeGreaterThan(0);
    const { body: probed } = await other.get('/readyz');
    expect(probed.projections).toEqual({
      ok: true,
      detail: `${body.lag} positions behind`,
      lag: body.lag,
    });
    const { body: metrics } = await other.get('/metrics');
    expect(metrics as unknown as string).toContain(`\ndaybook_lag ${body.lag}\n`);
    await other.stop();
  });
});
