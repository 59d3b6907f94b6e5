import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketId } from '#domain/ids.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The desk looks at every full minute. */
const PATIENCE = { timeout: 75_000, interval: 250 };

let app: TestApp;
let kim: Person;
let roomId: string;
beforeAll(async () => {
  app = await startApp({ CLOSE_AFTER_DAYS: '3' });
  kim = await app.join('technician', 'Kim');
  roomId = await openRoom(app);
});
afterAll(() => app.stop());

const now = Date.now();
const ago = (ms: number): string => new Date(now - ms).toISOString();

/** A ticket that was reported ten days ago, with one command on it after it was accepted. */
async function ticketWith(command: string, input: object, past: number): Promise<TicketId> {
  const report = { title: `${command} ${crypto.randomUUID()}`, roomId, occurredAt: ago(10 * DAY) };
  const { body } = await kim.post('/api/tickets', report);
  await kim.post(`/api/tickets/${body.id}/accept`, { occurredAt: ago(9 * DAY) });
  const { status } = await kim.post(`/api/tickets/${body.id}/${command}`, {
    ...input,
    occurredAt: ago(past),
  });
  expect(status).toBe(200);
  return body.id as TicketId;
}
const resolved = (past: number) => ticketWith('resolve', { resolution: 'Paper filled up' }, past);
const waiting = (until: string) => ticketWith('putOnHold', { reason: 'Waiting for paper', until }, DAY);

const lastOf = async (id: TicketId) => {
  const last = (await app.events(`ticket-${id}`)).at(-1);
  return last && [last.type, 'by' in last && last.by];
};

describe('The desk as it runs', () => {
  it(
    'closes what was resolved long enough ago, resumes what has waited long enough, and nothing else',
    { timeout: 90_000 },
    async () => {
      const [old, young] = [await resolved(4 * DAY), await resolved(2 * DAY)];
      const [due, later] = [await waiting(ago(HOUR)), await waiting(ago(-DAY))];
      await expect.poll(() => lastOf(old), PATIENCE).toEqual(['TicketClosed', null]);
      await expect.poll(() => lastOf(due), PATIENCE).toEqual(['TicketResumed', null]);
      expect(await lastOf(young)).toEqual(['TicketResolved', kim.user.userId]);
      expect(await lastOf(later)).toEqual(['TicketPutOnHold', kim.user.userId]);
    },
  );
});
