import { expect, it, vi } from 'vitest';
import { onBothDatabases, onMariaDb } from '#tests/support/databases.ts';
import { projectors, titles } from '#tests/support/projectors.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, opened } from '#tests/support/story.ts';

const WAIT = 10_000;

onBothDatabases((databases) => {
  const start = projectors();

  it('gives up everything when somebody else has moved the checkpoint', async () => {
    const journal = new ArrayJournal();
    journal.add(...house, opened(1));
    const desk = await start(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    const moved = await desk
      .knex('projection_state')
      .where({ name: 'ticket_queue' })
      .update({ position: '5' });
    expect(moved).toBe(1);
    journal.add(opened(2));
    await vi.waitUntil(() => desk.logged.some((line) => line.includes('checkpoint is no longer at')), WAIT);
    const rows = await desk.knex<{ id: string }>(desk.read.tableOf('ticket_page')).select('id');
    expect(rows).toHaveLength(1);
  });
});

// SQLite has one process only.
onMariaDb((databases) => {
  const start = projectors();

  it('lets one process project and the others follow, and another take its place', async () => {
    const place = await databases.fresh();
    const journal = new ArrayJournal();
    journal.add(...house, opened(1));
    const first = await start(place, journal);
    await first.projector.caughtUp;
    const second = await start(place, journal);
    await second.projector.caughtUp;
    expect([first.projector.leads(), second.projector.leads()]).toEqual([true, false]);
    const position = journal.add(opened(2));
    expect(await second.projector.waitFor(position, WAIT)).toBe(true);
    expect(await titles(second)).toEqual(['Report 1', 'Report 2']);
    expect(second.commits).toEqual([]);
    await first.projector.rebuild('ticket_queue');
    expect(await titles(second)).toEqual(['Report 1', 'Report 2']);
    await expect(second.projector.rebuild('rooms')).rejects.toThrow();
    await first.stop();
    expect(await second.projector.waitFor(journal.add(opened(3)), WAIT)).toBe(true);
    expect(second.projector.leads()).toBe(true);
    expect(await titles(second)).toEqual(['Report 1', 'Report 2', 'Report 3']);
  });

  it('lets processes begin together on an empty database', async () => {
    const place = await databases.fresh();
    const journal = new ArrayJournal();
    journal.add(...house, opened(1));
    const together = await Promise.all([1, 2, 3, 4].map(() => start(place, journal)));
    await Promise.all(together.map(({ projector }) => projector.caughtUp));
    expect(together.filter(({ projector }) => projector.leads())).toHaveLength(1);
    for (const one of together) expect(await titles(one)).toEqual(['Report 1']);
  });
});
