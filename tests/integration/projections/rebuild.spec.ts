import { expect, it } from 'vitest';
import { ticketPage } from '#projections/ticketPage/projection.ts';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { KIM } from '#tests/support/people.ts';
import { contents } from '#tests/support/projecting.ts';
import { projectors, titles, withQueue } from '#tests/support/projectors.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened } from '#tests/support/story.ts';

const WAIT = 10_000;
const NEXT = ticketQueue.version + 1;

onBothDatabases((databases) => {
  const start = projectors();

  it('makes a table anew by itself before it is ready when its version is new', async () => {
    const place = await databases.fresh();
    const journal = new ArrayJournal();
    journal.add(...house, opened(1), opened(2));
    const old = await start(place, journal);
    await old.projector.caughtUp;
    await old.stop();
    const shouting = withQueue({
      version: NEXT,
      on: {
        ...ticketQueue.on,
        TicketOpened: (row, event, sight) => {
          const opening = ticketQueue.on.TicketOpened?.(row, event, sight);
          return opening ? { ...opening, title: opening.title.toUpperCase() } : null;
        },
      },
    });
    const desk = await start(place, journal, shouting);
    await desk.projector.caughtUp;
    expect(await titles(desk)).toEqual(['REPORT 1', 'REPORT 2']);
    const generations = (await desk.projector.status()).map(({ name, generation, version }) => [
      name,
      generation,
      version,
    ]);
    expect(generations).toContainEqual(['ticket_queue', 2, NEXT]);
    expect(generations).toContainEqual(['ticket_page', 1, ticketPage.version]);
    expect(await desk.knex.schema.hasTable('ticket_queue_g1')).toBe(false);
    expect(await desk.projector.waitFor(journal.add(opened(3)), WAIT)).toBe(true);
    expect(await titles(desk)).toEqual(['REPORT 1', 'REPORT 2', 'REPORT 3']);
  });

  it('makes all tables anew while events arrive and readers read', async () => {
    const journal = new ArrayJournal();
    journal.add(...house, ...Array.from({ length: 200 }, (_, index) => opened(index + 1)));
    const desk = await start(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    const state = { done: false };
    let next = 201;
    const arriving = (async () => {
      while (!state.done) {
        journal.add(opened(next), on(next - 100, 'TicketAssigned', { assigneeId: KIM }));
        expect((await titles(desk)).length).toBeGreaterThan(0);
        expect(await desk.projector.waitFor(journal.head, WAIT)).toBe(true);
        next++;
      }
    })();
    await Promise.all(desk.read.projections.map(({ name }) => desk.projector.rebuild(name)));
    state.done = true;
    await arriving;
    const rebuilt = await contents(desk.read);
    const fresh = await start(await databases.fresh(), journal);
    await fresh.projector.caughtUp;
    expect(rebuilt).toEqual(await contents(fresh.read));
    expect(
      (await desk.projector.status()).every(
        ({ generation, status }) => generation === 2 && status === 'active',
      ),
    ).toBe(true);
  });

  it('refuses to make a table anew that there is not', async () => {
    const desk = await start(await databases.fresh(), new ArrayJournal());
    await desk.projector.caughtUp;
    await expect(desk.projector.rebuild('nothing')).rejects.toThrow('no projection');
  });
});
