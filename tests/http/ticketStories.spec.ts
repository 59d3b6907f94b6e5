import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let ana: Person;
let kim: Person;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  ana = await app.join('requester', 'Ana');
  kim = await app.join('technician', 'Kim');
});
afterAll(() => app.stop());

async function give(ticketId: string, command: string, body: object, headers = {}) {
  const answer = await kim.post(`/api/tickets/${ticketId}/${command}`, body, headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await app.daybook.projector.waitFor(BigInt(answer.body.position), 5_000);
  return answer.body;
}

it('tells a merge in the stories of both tickets, and the survivor as it stood after it', async () => {
  const [first, second] = [await report(ana, roomId), await report(ana, roomId)];
  const { revision } = await give(first, 'tag', { tag: 'seen' });
  const merged = await give(second, 'merge', { into: first });
  const { body } = await ana.get(`/api/tickets/${first}/history`);
  expect(body.items.at(-1)).toMatchObject({
    type: 'TicketMerged',
    ticketId: first,
    other: { ticketId: second },
    revision,
    position: merged.position,
    validTo: null,
  });
  const at = async (search: string) => (await ana.get(`/api/tickets/${first}?${search}`)).body;
  expect(await at(`position=${merged.position}`)).toMatchObject({
    ticket: { mergedFrom: [second] },
    may: [],
  });
  expect(await at(`revision=${revision}`)).toMatchObject({ ticket: { mergedFrom: [] } });
  const others = (await ana.get(`/api/tickets/${second}/history`)).body.items;
  expect(others.at(-1)).toMatchObject({ type: 'TicketMerged', ticketId: second, other: null });
  // What another ticket did stands in nobody's way who changes this one.
  await give(first, 'retitle', { title: 'Still as I read it' }, { 'If-Match': `"${revision}"` });
});

it('refuses a position that is none, and has nothing to show where the ticket was not there yet', async () => {
  const ticketId = await report(ana, roomId);
  const { position } = await give(ticketId, 'tag', { tag: 'seen' });
  expect((await ana.get(`/api/tickets/${ticketId}?position=p1`)).status).toBe(422);
  expect((await ana.get(`/api/tickets/${ticketId}?position=${position}`)).status).toBe(200);
  expect((await ana.get(`/api/tickets/${ticketId}?position=0`)).status).toBe(404);
});
