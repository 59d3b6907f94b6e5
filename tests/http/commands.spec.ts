import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketId } from '#domain/ids.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let roomId: string;
let kim: Person;
let lee: Person;
let ana: Person;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  kim = await app.join('technician', 'Kim');
  lee = await app.join('technician', 'Lee');
  ana = await app.join('requester', 'Ana');
});
afterAll(() => app.stop());

const typesOf = async (id: string) => (await app.events(`ticket-${id as TicketId}`)).map(({ type }) => type);
const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });

describe('A report', () => {
  it('is answered with its number, revision and position, and where it is', async () => {
    const { status, body, headers } = await ana.post('/api/tickets', { title: 'No network', roomId });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      number: expect.any(Number) as number,
      revision: '0',
      position: expect.stringMatching(/^\d+$/) as string,
      events: ['TicketOpened'],
    });
    expect(headers.get('location')).toBe(`/api/tickets/${body.id}`);
    expect(await typesOf(body.id)).toEqual(['TicketOpened']);
  });

  it('sent again with its key is the same ticket, whatever happened since', async () => {
    const key = { 'idempotency-key': 'report of Monday' };
    const input = { title: 'Screen flickers', roomId };
    const first = await ana.post('/api/tickets', input, key);
    await kim.post(`/api/tickets/${first.body.id}/accept`);
    const again = await ana.post('/api/tickets', input, key);
    expect([again.status, again.body.id, again.body.number]).toEqual([201, first.body.id, first.body.number]);
    expect(await typesOf(first.body.id)).toEqual(['TicketOpened', 'TicketAccepted']);
  });

  it('of another person with the same key is another ticket', async () => {
    const key = { 'idempotency-key': 'the same key' };
    const [one, other] = await Promise.all(
      [ana, kim].map((person) => person.post('/api/tickets', { title: 'Same words', roomId }, key)),
    );
    expect(one?.body.id).not.toBe(other?.body.id);
  });

  it('made twice within seconds without a key is the first ticket', async () => {
    const input = { title: 'Pressed twice', roomId };
    const [one, other] = await Promise.all([
      ana.post('/api/tickets', input),
      ana.post('/api/tickets', input),
    ]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body.number).toBe(one.body.number);
    expect(other.body.id).toBe(one.body.id);
  });

  it('may tell of what happened earlier, but not of what comes', async () => {
    const occurredAt = '2026-01-05T10:00:00+02:00';
    const { body } = await kim.post('/api/tickets', { title: 'Last winter', roomId, occurredAt });
    const [event] = await app.events(`ticket-${body.id as TicketId}`);
    expect(event).toMatchObject({ at: '2026-01-05T08:00:00.000Z' });
    const future = await kim.post('/api/tickets', {
      title: 'Tomorrow',
      roomId,
      occurredAt: '2999-01-01T00:00:00Z',
    });
    expect(future.body.rejection).toBe('InTheFuture');
    const odd = await kim.post('/api/tickets', { title: 'Some day', roomId, occurredAt: 'yesterday' });
    expect([odd.status, odd.body.errors[0]?.path]).toEqual([422, 'occurredAt']);
  });
});

describe('A command', () => {
  it('sent again with its key is done once and answered the same', async () => {
    const id = await report(ana, roomId);
    const say = () =>
      ana.post(`/api/tickets/${id}/comment`, { body: 'still broken' }, { 'idempotency-key': 'say it' });
    const answers = [await say(), ...(await Promise.all([say(), say()]))];
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(await typesOf(id)).toEqual(['TicketOpened', 'CommentAdded']);
  });

  it('that asks for what is so already does nothing', async () => {
    const id = await report(ana, roomId);
    await kim.post(`/api/tickets/${id}/prioritise`, { priority: 'high' });
    const { status, body } = await kim.post(`/api/tickets/${id}/prioritise`, { priority: 'high' });
    expect([status, body.revision, body.events]).toEqual([200, '1', []]);
  });

  it('goes through beside a change of something else that its sender has not seen', async () => {
    const id = await report(ana, roomId);
    await lee.post(`/api/tickets/${id}/prioritise`, { priority: 'urgent' });
    const { status, body } = await kim.post(
      `/api/tickets/${id}/retitle`,
      { title: 'A better title' },
      ifMatch(0),
    );
    expect([status, body.revision]).toEqual([200, '2']);
  });

  it('is refused after an unseen change of the same, with who changed what and when', async () => {
    const id = await report(ana, roomId);
    await lee.post(`/api/tickets/${id}/prioritise`, { priority: 'urgent' });
    const { status, body } = await kim.post(`/api/tickets/${id}/prioritise`, { priority: 'low' }, ifMatch(0));
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: '/problems/conflict',
      revision: '1',
      since: [
        {
          type: 'TicketPrioritised',
          actorName: 'Lee',
          revision: '1',
          changes: [{ field: 'priority', from: 'normal', to: 'urgent' }],
          at: expect.stringMatching(/Z$/) as string,
        },
      ],
    });
    expect((await kim.post(`/api/tickets/${id}/prioritise`, { priority: 'low' }, ifMatch(1))).status).toBe(
      200,
    );
  });

  it('that conflicts tells nothing of a ticket to whom it is not for', async () => {
    const id = await report(kim, roomId);
    await kim.post(`/api/tickets/${id}/retitle`, { title: 'Secret matter' });
    const { status, body } = await ana.post(`/api/tickets/${id}/retitle`, { title: 'Guess' }, ifMatch(0));
    expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toContain('Secret');
  });

  it('by ten technicians who accept at once is done by exactly one; the others are told who', async () => {
    const id = await report(ana, roomId);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => [kim, lee])
        .flat()
        .map((one) => one.post(`/api/tickets/${id}/accept`)),
    );
    expect((await typesOf(id)).filter((type) => type === 'TicketAccepted')).toHaveLength(1);
    const refused = all.filter(({ status }) => status === 409);
    expect(refused.length).toBeGreaterThan(0);
    for (const { body } of refused) {
      expect(body.rejection).toBe('AlreadyAccepted');
      expect([kim.user.userId, lee.user.userId]).toContain(body.facts['assigneeId']);
    }
  });
});

describe('A command on many tickets', () => {
  const bulk = (person: Person, ids: readonly string[], more: Record<string, unknown>, headers = {}) =>
    person.post('/api/tickets/bulk', { ids, ...more }, headers);

  it('is done or refused for each by itself, in their order', async () => {
    const ids = [
      await report(ana, roomId),
      await report(ana, roomId),
      '00000000-0000-4000-8000-000000000000',
    ];
    await kim.post(`/api/tickets/${ids[1]}/reject`, { reason: 'not ours' });
    const input = { assigneeId: lee.user.userId };
    const { status, body } = await bulk(kim, ids, { command: 'assign', input });
    expect(status).toBe(200);
    expect(body.results.map(({ id, ok, problem }) => [id, ok, problem?.status])).toEqual([
      [ids[0], true, undefined],
      [ids[1], false, 409],
      [ids[2], false, 404],
    ]);
    expect(body.position).toBe(body.results[0]?.position);
    expect(await typesOf(String(ids[0]))).toEqual(['TicketOpened', 'TicketAssigned']);
  });

  it('sent again with its key is done once', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => report(ana, roomId)));
    const note = { command: 'comment', input: { body: 'We are on it.' } };
    const key = { 'idempotency-key': 'all of them' };
    const first = await bulk(kim, ids, note, key);
    const again = await bulk(kim, ids, note, key);
    expect(again.body).toEqual(first.body);
    for (const id of ids) expect(await typesOf(id)).toEqual(['TicketOpened', 'CommentAdded']);
  });

  it('is told to be one thing done, and what is given again by itself another', async () => {
    const ids = [await report(ana, roomId), await report(ana, roomId), await report(ana, roomId)];
    const together = async (id: string | undefined) => {
      const { body } = await kim.get(`/api/tickets/${String(id)}/history`, {
        'daybook-after': String(app.daybook.ends()),
      });
      return body.items.at(-1)?.['correlationId'];
    };
    await bulk(kim, ids, { command: 'resolve', input: { resolution: 'The printer is back.' } });
    const [first, ...others] = await Promise.all(ids.map(together));
    expect(first).toEqual(expect.any(String));
    expect(others).toEqual([first, first]);
    await bulk(kim, ids.slice(0, 2), { command: 'reopen', input: { reason: 'It is not.' } });
    const [again, too, left] = await Promise.all(ids.map(together));
    expect(too).toBe(again);
    expect([again, left]).toEqual([expect.not.stringMatching(String(first)), first]);
  });

  it('is for at most 200, of commands that there are', async () => {
    const ids = Array.from(
      { length: 201 },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    expect((await bulk(kim, ids, { command: 'accept' })).status).toBe(422);
    expect((await bulk(kim, ids.slice(0, 1), { command: 'openTicket' })).status).toBe(422);
    expect((await bulk(kim, [], { command: 'accept' })).status).toBe(422);
  });

  it('is refused for what the person may not do', async () => {
    const ids = [await report(ana, roomId), await report(kim, roomId)];
    const { body } = await bulk(ana, ids, { command: 'assign', input: { assigneeId: kim.user.userId } });
    expect(body.results.map(({ problem }) => problem?.status)).toEqual([403, 404]);
  });
});
