import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  app = await startApp();
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
});
afterAll(() => app.stop());

const unseen = { 'if-match': '"0"' };
const correct = (person: Person, { user: { userId } }: Person, phone: string, headers = {}) =>
  person.post(`/api/users/${userId}/correctUserDetails`, { phone }, headers);

describe('A command on what has changed since it was seen', () => {
  it('conflicts for who may change a record and not read its history, without telling how', async () => {
    await correct(app.admin, ana, '111');
    const { status, body } = await correct(ana, ana, '222', unseen);
    expect([status, body.type, body.since]).toEqual([409, '/problems/conflict', []]);
    const again = await correct(ana, ana, '222', { 'if-match': `"${body.revision}"` });
    expect(again.status).toBe(200);
  });

  it('is not there for whom the record is not there', async () => {
    await correct(app.admin, ana, '333');
    expect((await correct(ben, ana, '444', unseen)).status).toBe(404);
  });

  it('is refused to whom it is not for, whatever has changed', async () => {
    const audrey = await app.join('auditor');
    const id = await openRoom(app, 'Lab');
    const rename = (name: string) => ({ name, building: '', floor: '' });
    await app.admin.post(`/api/rooms/${id}/renameRoom`, rename('Laboratory'));
    for (const person of [audrey, ana]) {
      const { status, body } = await person.post(`/api/rooms/${id}/renameRoom`, rename('Mine'), unseen);
      expect([status, body.since]).toEqual([403, undefined]);
    }
  });

  it('does not reject, for being new, what somebody has been given meanwhile', async () => {
    const kim = await app.join('technician', 'Kim');
    const id = await report(ana, await openRoom(app, 'Hall'));
    await app.admin.post(`/api/tickets/${id}/assign`, { assigneeId: kim.user.userId });
    const { status, body } = await app.admin.post(
      `/api/tickets/${id}/reject`,
      { reason: 'Not ours' },
      unseen,
    );
    expect([status, body.since.map(({ type }) => type)]).toEqual([409, ['TicketAssigned']]);
  });

  it('is told of what it clashes with, and of nothing else that has happened', async () => {
    const lee = await app.join('technician', 'Lee');
    const id = await report(ana, await openRoom(app, 'Store'));
    const before = await lee.post(`/api/tickets/${id}/tag`, { tag: 'vip' });
    await lee.post(`/api/tickets/${id}/prioritise`, { priority: 'urgent' });
    await ana.post(`/api/tickets/${id}/comment`, { body: 'Any news?' });
    const seen = { 'if-match': `"${before.body.revision}"` };
    const late = await app.admin.post(`/api/tickets/${id}/prioritise`, { priority: 'low' }, seen);
    expect(late.body.since.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['TicketPrioritised', 'Lee'],
    ]);
    expect(late.body.revision).toBe('3');
  });
});
