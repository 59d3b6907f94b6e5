import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';
import { settled, sockets, told, until } from '#tests/support/watching.ts';

let app: TestApp;
let roomId: string;
let ana: Person;
let ben: Person;
let kim: Person;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
});
afterAll(() => app.stop());
const { watching } = sockets();

async function give(ticketId: string, command: string, body: object = {}): Promise<string> {
  const answer = await kim.post(`/api/tickets/${ticketId}/${command}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body.position;
}

/** Ana's first and Ben's second, which nobody has merged yet; the tables know them. */
async function two(): Promise<[first: string, second: string]> {
  const ids: [string, string] = [await report(ana, roomId), await report(ben, roomId)];
  for (const id of ids) await give(id, 'tag', { tag: 'seen' });
  await app.daybook.projector.waitFor(BigInt(await give(ids[1], 'tag', { tag: 'settled' })), 5_000);
  return ids;
}

const commented = async (ticketId: string): Promise<string> => {
  const commentId = crypto.randomUUID();
  await give(ticketId, 'comment', { commentId, body: 'My password is swordfish' });
  return commentId;
};

describe('The page of a ticket into which another was merged', () => {
  it('is told of the merge, and of its end', async () => {
    const [first, second] = await two();
    const watcher = await watching(app, kim, { screen: 'ticket', ticketId: first });
    const merged = await give(second, 'merge', { into: first });
    await until(() =>
      expect(told(watcher, 'ticket_page', first).at(-1)).toMatchObject({
        position: merged,
        row: { mergedFrom: [second] },
      }),
    );
    const taken = await give(second, 'unmerge');
    await until(() =>
      expect(told(watcher, 'ticket_page', first).at(-1)).toMatchObject({
        position: taken,
        row: { mergedFrom: [] },
      }),
    );
    expect(told(watcher, 'ticket_history')).toEqual([]);
  });

  it('is told what is said and redacted there, by way of others too', async () => {
    const [first, second] = await two();
    const third = await report(ana, roomId);
    const commentId = await commented(second);
    await give(second, 'merge', { into: third });
    await give(third, 'merge', { into: first });
    const watcher = await watching(app, kim, { screen: 'ticket', ticketId: first });
    await give(second, 'redactComment', { commentId, reason: 'A password' });
    await until(() =>
      expect(told(watcher, 'ticket_conversation').map(({ row }) => row)).toEqual([
        expect.objectContaining({ ticketId: second, body: '', redacted: expect.anything() as unknown }),
      ]),
    );
  });

  it('tells its requester nothing of a ticket that is not theirs', async () => {
    const [first, second] = await two();
    const hers = await watching(app, ana, { screen: 'ticket', ticketId: first });
    const commentId = await commented(second);
    await give(second, 'merge', { into: first });
    await give(second, 'redactComment', { commentId, reason: 'A password' });
    await settled(app, hers);
    expect(JSON.stringify(hers.changes)).not.toContain(second);
  });
});

describe('The page of a ticket that another is related to', () => {
  it('is told of the relation at the position at which it was made, and of its end', async () => {
    const [first, second] = await two();
    const watcher = await watching(app, kim, { screen: 'ticket', ticketId: first });
    const made = await give(second, 'relate', { ticketId: first });
    const last = () => told(watcher, 'ticket_page', first).at(-1);
    await until(() =>
      expect(last()).toMatchObject({
        position: made,
        row: { related: [{ ticketId: second, madeHere: false }] },
      }),
    );
    const taken = await give(second, 'unrelate', { ticketId: first });
    await until(() => expect(last()).toMatchObject({ position: taken, row: { related: [] } }));
    expect(told(watcher, 'ticket_history')).toEqual([]);
  });
});
