import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamOf } from '#domain/ids.ts';
import { DESK } from '#domain/role.ts';
import {
  done,
  eventsOf,
  openedRoom,
  openedTicket,
  person,
  report,
  startTestDesk,
  ticketCommands,
  type TestDesk,
} from '#tests/support/journal.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

describe('a command repeated with its key', () => {
  test('yields the first result and no second event', async () => {
    const id = await openedTicket(desk.runner);
    const request = { id, input: { text: 'Look' }, actor: DESK, commandId: randomUUID() };
    const first = done(await desk.runner.run(ticketCommands.addChecklistItem, request));
    const again = done(await desk.runner.run(ticketCommands.addChecklistItem, request));
    expect(first.repeated).toBe(false);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await eventsOf(desk.journal, streamOf('ticket', id))).toHaveLength(2);
  });

  test('yields it after other events followed, in another process', async () => {
    const id = await openedTicket(desk.runner);
    const other = desk.another();
    await other.load({ aggregate: ticketCommands.tag.aggregate, id });
    const request = { id, input: { tag: 'urgent' }, actor: DESK, commandId: randomUUID() };
    const first = done(await desk.runner.run(ticketCommands.tag, request));
    done(await desk.runner.run(ticketCommands.tag, { id, input: { tag: 'late' }, actor: DESK }));
    done(await desk.runner.run(ticketCommands.untag, { id, input: { tag: 'urgent' }, actor: DESK }));
    // What the other has seen of the journal since tells it that the answer is an old one.
    const later = await openedTicket(desk.runner);
    await other.load({ aggregate: ticketCommands.tag.aggregate, id: later });
    const again = done(await other.run(ticketCommands.tag, request));
    expect(again).toMatchObject({ revision: first.revision, position: first.position, repeated: true });
    expect(again.state).toMatchObject({ tags: ['late'] });
    expect(again.events).toEqual(['TicketTagged']);
    expect(await eventsOf(desk.journal, streamOf('ticket', id))).toHaveLength(4);
  });

  test('opens one ticket, with one number', async () => {
    const [roomId, requesterId] = [await openedRoom(desk.runner), await person(desk.runner, 'requester')];
    const id = randomUUID();
    const request = { id, input: report(roomId, requesterId), actor: DESK, commandId: randomUUID() };
    const first = done(await desk.runner.run(ticketCommands.openTicket, request));
    const again = done(await desk.another().run(ticketCommands.openTicket, request));
    expect(again).toEqual({ ...first, repeated: true });
  });
});
