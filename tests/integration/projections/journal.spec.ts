import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { DESK } from '#domain/role.ts';
import type { Place } from '#projections/database.ts';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { ticketOf } from '#projections/ticketPage/query.ts';
import { userByEmail } from '#projections/users/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import {
  done,
  openedRoom,
  openedTicket,
  person,
  report,
  startTestDesk,
  ticketCommands,
  userCommands,
  type TestDesk,
} from '#tests/support/journal.ts';
import { contents } from '#tests/support/projecting.ts';
import { projectors } from '#tests/support/projectors.ts';

const WAIT = 20_000;
let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

onBothDatabases((databases) => {
  const begin = projectors();
  const start = async (place: Place) => {
    const one = await begin(place, desk.journal);
    await one.projector.caughtUp;
    return one;
  };

  it('shows what a command did as soon as its position is reached', async () => {
    const { projector, read } = await start(await databases.fresh());
    const email = `${randomUUID()}@desk.example`;
    const technician = await person(desk.runner, 'technician', email);
    const id = await openedTicket(desk.runner, 'A laptop without sound');
    const { position } = done(
      await desk.runner.run(ticketCommands.assign, { id, input: { assigneeId: technician }, actor: DESK }),
    );
    expect(await projector.waitFor(position, WAIT)).toBe(true);
    const viewer = { userId: technician, role: 'technician' } as const;
    const seen = await ticketOf(read, viewer, id);
    expect(seen?.ticket).toMatchObject({
      title: 'A laptop without sound',
      assigneeId: technician,
      status: 'Open',
    });
    expect((await userByEmail(read, email))?.userId).toBe(technician);
    const { items } = await listTickets(read, viewer, { q: 'laptop sound' });
    expect(items.map(({ ticketId }) => ticketId)).toContain(id);
  });

  it('goes on where it stood when the journal and the process begin again', async () => {
    const place = await databases.fresh();
    const first = await start(place);
    const kim = await person(desk.runner, 'technician');
    const before = await openedTicket(desk.runner);
    await first.stop();
    const [roomId, requesterId] = await Promise.all([
      openedRoom(desk.runner),
      person(desk.runner, 'requester'),
    ]);
    const made = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const id = randomUUID();
        const input = report(roomId, requesterId, `Report ${String(index)}`);
        return done(await desk.runner.run(ticketCommands.openTicket, { id, input, actor: DESK }));
      }),
    );
    await desk.embedded.restart();
    const second = await start(place);
    const last = made.reduce((most, { position }) => (position > most ? position : most), 0n);
    expect(await second.projector.waitFor(last, WAIT)).toBe(true);
    const renaming = { name: 'Renamed Person', email: `${randomUUID()}@desk.example` };
    const { position } = done(
      await desk.runner.run(userCommands.correctUserDetails, {
        id: requesterId,
        input: renaming,
        actor: DESK,
      }),
    );
    expect(await second.projector.waitFor(position, WAIT)).toBe(true);
    const viewer = { userId: kim, role: 'technician' } as const;
    const { items } = await listTickets(second.read, viewer, { requester: [requesterId], limit: 100 });
    expect(items).toHaveLength(30);
    expect(new Set(items.map(({ requesterName }) => requesterName))).toEqual(new Set(['Renamed Person']));
    expect((await ticketOf(second.read, viewer, before))?.ticket.ticketId).toBe(before);
    const fresh = await start(await databases.fresh());
    expect(await fresh.projector.waitFor(position, WAIT)).toBe(true);
    expect(await contents(second.read)).toEqual(await contents(fresh.read));
  });
});
