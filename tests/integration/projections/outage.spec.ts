import { afterAll, expect, it } from 'vitest';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { startMariaDb } from '#tests/support/mariadb.ts';
import { KIM } from '#tests/support/people.ts';
import { contents, projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened } from '#tests/support/story.ts';

// What is acknowledged must survive a kill of the server, so this one writes its log through.
const server = await startMariaDb(['--innodb-flush-log-at-trx-commit=1', '--innodb-doublewrite=1']);
const open: Projecting[] = [];
afterAll(async () => {
  for (const desk of open) await desk.stop();
  await server.stop();
});

const start = async (database: string, journal: ArrayJournal): Promise<Projecting> => {
  const desk = await projecting({ url: await server.database(database) }, journal);
  open.push(desk);
  return desk;
};

it('loses nothing and repeats nothing when the database is killed and comes back', async () => {
  const journal = new ArrayJournal();
  journal.add(...house);
  const desk = await start('outage', journal);
  await desk.projector.caughtUp;
  for (let n = 1; n <= 60; n++) {
    journal.add(opened(n), on(n, 'TicketAssigned', { assigneeId: KIM }));
    if (n % 20 === 10) await server.kill();
    if (n % 20 === 15) await server.start();
  }
  expect(await desk.projector.waitFor(journal.head, 60_000)).toBe(true);
  const { items } = await listTickets(desk.read, { userId: KIM, role: 'technician' }, { limit: 500 });
  expect(items).toHaveLength(60);
  const lived = await contents(desk.read);
  const fresh = await start('fresh', journal);
  await fresh.projector.caughtUp;
  expect(lived).toEqual(await contents(fresh.read));
  expect(
    desk.logged.some((line) => line.includes('is tried again') || line.includes('projecting ended')),
  ).toBe(true);
}, 120_000);

it('begins while the database is away', async () => {
  const journal = new ArrayJournal();
  journal.add(...house, opened(1));
  const desk = await start('late', journal);
  await desk.projector.caughtUp;
  await server.kill();
  const position = journal.add(opened(2));
  expect(await desk.projector.waitFor(position, 200)).toBe(false);
  await server.start();
  expect(await desk.projector.waitFor(position, 60_000)).toBe(true);
}, 120_000);
