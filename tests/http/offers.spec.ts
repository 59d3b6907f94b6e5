import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';

const REOPEN_WITHIN_DAYS = 14;

let app: TestApp;
let kim: Person;
let roomId: string;
beforeAll(async () => {
  app = await startApp({ REOPEN_WITHIN_DAYS: String(REOPEN_WITHIN_DAYS) });
  kim = await app.join('technician', 'Kim');
  roomId = await openRoom(app);
});
afterAll(() => app.stop());

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A ticket that was rejected so many days ago and worked on since. */
async function rejected(days: number): Promise<string> {
  const report = { title: `Of ${days} days ago`, roomId, occurredAt: daysAgo(days + 1) };
  const { body } = await kim.post('/api/tickets', report);
  await kim.post(`/api/tickets/${body.id}/reject`, { reason: 'Not ours', occurredAt: daysAgo(days) });
  await kim.post(`/api/tickets/${body.id}/logWork`, { minutes: 5 });
  await upToDate(app);
  return body.id;
}

describe('What a rejected ticket offers', () => {
  it('is to be reopened for as long as that is taken, whatever has been noted on it since', async () => {
    for (const [days, may] of [
      [REOPEN_WITHIN_DAYS - 1, true],
      [REOPEN_WITHIN_DAYS + 1, false],
    ] as const) {
      const id = await rejected(days);
      const offered: readonly string[] = (await kim.get(`/api/tickets/${id}`)).body.may;
      expect(offered.includes('reopen'), `${days} days after`).toBe(may);
      const { status, body } = await kim.post(`/api/tickets/${id}/reopen`, { reason: 'Ours after all' });
      expect([status, body.rejection]).toEqual(may ? [200, undefined] : [409, 'TooLateToReopen']);
    }
  });
});
