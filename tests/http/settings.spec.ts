import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS_ID } from '#domain/settings/settings.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';

let app: TestApp;
let ana: Person;
beforeAll(async () => {
  app = await startApp();
  ana = await app.join('requester', 'Ana');
});
afterAll(() => app.stop());

describe('The settings', () => {
  it('are there before anybody has set anything', async () => {
    const { status, body } = await ana.get('/api/settings');
    expect(status).toBe(200);
    expect(body.settings).toEqual({
      terms: { version: 0, text: '' },
      publicScan: { facts: [], mayReport: true },
      revision: '-1',
      position: '-1',
    });
    expect(body.may).toEqual([]);
    expect((await app.admin.get('/api/settings/history')).body.items).toEqual([]);
  });

  it('are set by administrators, each change an event with its version', async () => {
    for (const text of ['First terms', 'Second terms', 'Second terms'])
      expect((await app.admin.post('/api/settings/defineLoanTerms', { text })).status).toBe(200);
    expect((await ana.post('/api/settings/defineLoanTerms', { text: 'Mine' })).status).toBe(403);
    const events = await app.events(`settings-${SETTINGS_ID}`);
    expect(events.map(({ data }) => data)).toEqual([
      { version: 1, text: 'First terms' },
      { version: 2, text: 'Second terms' },
    ]);
    await upToDate(app);
    const { body } = await app.admin.get('/api/settings');
    expect(body.settings.terms).toEqual({ version: 2, text: 'Second terms' });
    expect(body.may).toEqual(['defineLoanTerms', 'definePublicScan']);
    const { body: told } = await app.admin.get('/api/settings/history');
    expect(told.items.map(({ type }) => type)).toEqual(['LoanTermsDefined', 'LoanTermsDefined']);
    expect((await ana.get('/api/settings/history')).status).toBe(404);
  });

  it('set by two who have not seen each other answer the second with what the first has done', async () => {
    await app.admin.post('/api/settings/defineLoanTerms', { text: 'Third terms' });
    const stale = { 'if-match': '"0"' };
    const late = await app.admin.post('/api/settings/defineLoanTerms', { text: 'Fourth terms' }, stale);
    expect([late.status, late.body.type]).toEqual([409, '/problems/conflict']);
    expect(late.body.since.at(-1)).toMatchObject({ type: 'LoanTermsDefined', actorName: 'Ada Admin' });
  });
});
