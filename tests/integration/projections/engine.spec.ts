import { afterEach, expect, it, vi } from 'vitest';
import { projections } from '#projections/all.ts';
import type { Place } from '#projections/database.ts';
import { untyped, type Projection } from '#projections/projection.ts';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { ticketPage } from '#projections/ticketPage/projection.ts';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { KIM } from '#tests/support/people.ts';
import { contents, projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened, said } from '#tests/support/story.ts';

const kim = { userId: KIM, role: 'technician' } as const;
const WAIT = 10_000;
const NEXT = ticketQueue.version + 1;

/** The queue with other folds, in place of the one that is used. */
const withQueue = (other: Partial<Projection<TicketQueueRow>>): Projection[] =>
  projections.map((one) => (one.name === 'ticket_queue' ? untyped({ ...ticketQueue, ...other }) : one));

const failing = withQueue({
  on: {
    ...ticketQueue.on,
    TicketTagged: (row, event) => {
      if (event.data.tag === 'poison') throw new Error('a fold that cannot');
      return row;
    },
  },
});

onBothDatabases((databases) => {
  let open: Projecting[] = [];
  afterEach(async () => {
    for (const desk of open) await desk.stop();
    open = [];
  });

  const start = async (place: Place, journal: ArrayJournal, shown?: readonly Projection[]) => {
    const desk = await projecting(place, journal, shown);
    open.push(desk);
    return desk;
  };
  const titles = async ({ read }: Projecting) =>
    (await listTickets(read, kim, { sort: 'number' })).items.map(({ title }) => title);

  it('tells of each commit the rows before and after, at one position', async () => {
    const journal = new ArrayJournal();
    journal.add(...house);
    const desk = await start(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    const position = journal.add(opened(1), on(1, 'TicketAssigned', { assigneeId: KIM }));
    expect(await desk.projector.waitFor(position, WAIT)).toBe(true);
    expect(desk.projector.position()).toBe(position);
    const last = desk.commits.at(-1);
    expect(last?.position).toBe(position);
    const changed = desk.commits
      .flatMap(({ changes }) => changes)
      .filter(({ table }) => table === 'ticket_queue');
    expect(changed[0]?.before).toBeNull();
    expect(changed.at(-1)?.row).toMatchObject({ number: 1, assigneeName: 'Kim', status: 'Open' });
    expect(desk.projector.changed('ticket_queue')).toBe(position);
    expect(desk.projector.changed('rooms')).not.toBe(position);
  });

  it('waits for a position, and no longer than it should', async () => {
    const journal = new ArrayJournal();
    journal.add(...house);
    const desk = await start(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    expect(await desk.projector.waitFor(journal.head + 10n, 20)).toBe(false);
    const waiting = desk.projector.waitFor(journal.head + 10n, WAIT);
    journal.add(opened(1));
    expect(await waiting).toBe(true);
    expect(await titles(desk)).toEqual(['Report 1']);
  });

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

  it('leaves the other tables running when one cannot fold an event, and mends it with a new version', async () => {
    const place = await databases.fresh();
    const journal = new ArrayJournal();
    journal.add(...house, opened(1));
    const desk = await start(place, journal, failing);
    await desk.projector.caughtUp;
    journal.add(
      opened(2),
      said(2, 1, 'before'),
      on(2, 'TicketTagged', { tag: 'poison' }),
      opened(3),
      said(3, 2, 'after'),
    );
    expect(await desk.projector.waitFor(journal.head, WAIT)).toBe(true);
    const poison = journal.recorder.events.find(({ type }) => type === 'TicketTagged')?.position;
    const states = await desk.projector.status();
    expect(states.find(({ name }) => name === 'ticket_queue')).toMatchObject({
      fault: { at: poison, message: 'a fold that cannot' },
      position: (poison ?? 0n) - 10n,
    });
    for (const state of states.filter(({ name }) => name !== 'ticket_queue'))
      expect(state).toMatchObject({ fault: null, position: journal.head });
    expect(await titles(desk)).toEqual(['Report 1', 'Report 2']);
    expect(await desk.knex(desk.read.tableOf('ticket_page')).select('id')).toHaveLength(3);
    await desk.stop();

    const again = await start(place, journal, failing);
    await again.projector.caughtUp;
    expect((await again.projector.status()).filter(({ fault }) => fault !== null)).toHaveLength(1);
    expect(await titles(again)).toEqual(['Report 1', 'Report 2']);
    await again.stop();

    const mended = await start(place, journal, withQueue({ version: NEXT }));
    await mended.projector.caughtUp;
    expect((await mended.projector.status()).filter(({ fault }) => fault !== null)).toEqual([]);
    expect(await titles(mended)).toEqual(['Report 1', 'Report 2', 'Report 3']);
  });

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

  it('goes on after the journal was away', async () => {
    class Shaky extends ArrayJournal {
      override async *subscribe(after: bigint | null, signal: AbortSignal) {
        for await (const batch of super.subscribe(after, signal)) {
          yield batch;
          if (this.subscriptions < 4) throw new Error('connection lost');
        }
      }
    }
    const journal = new Shaky(undefined, [3]);
    journal.add(...house, opened(1), opened(2));
    const desk = await start(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    expect(await desk.projector.waitFor(journal.head, WAIT)).toBe(true);
    expect(await titles(desk)).toEqual(['Report 1', 'Report 2']);
    expect(journal.subscriptions).toBeGreaterThan(3);
  });

  // SQLite has one process only.
  const several = databases.kind === 'MariaDB' ? it : () => undefined;
  several('lets one process project and the others follow, and another take its place', async () => {
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

  it('writes many rows as it writes few, whatever they say', async () => {
    const strange = [
      'tab\t',
      'line\nbreak\r\n',
      'back\\slash \\N',
      'NUL \0',
      `quote ' "`,
      'Ünïcode 🖨️',
      '?',
      ' ',
    ];
    const journal = new ArrayJournal();
    journal.add(
      ...house,
      ...Array.from({ length: 600 }, (_, index) =>
        opened(index + 1, { description: strange[index % 8] ?? '' }),
      ),
    );
    const many = await start(await databases.fresh(), journal);
    await many.projector.caughtUp;
    const slowly = new ArrayJournal();
    const few = await start(await databases.fresh(), slowly);
    await few.projector.caughtUp;
    for (let from = 0; from < journal.recorder.events.length; from += 200) {
      slowly.recorder.events.push(...journal.recorder.events.slice(from, from + 200));
      slowly.announce();
      expect(await few.projector.waitFor(slowly.head, WAIT)).toBe(true);
    }
    expect(await contents(many.read)).toEqual(await contents(few.read));
    const words = await many
      .knex<{ body: string }>(many.read.tableOf('ticket_conversation'))
      .distinct('body');
    expect(new Set(words.map(({ body }) => body))).toEqual(
      new Set([...strange, ...Array.from({ length: 600 }, (_, index) => `Report ${String(index + 1)}`)]),
    );
  });

  if (databases.kind === 'MariaDB')
    it('lets processes begin together on an empty database', async () => {
      const place = await databases.fresh();
      const journal = new ArrayJournal();
      journal.add(...house, opened(1));
      const together = await Promise.all([1, 2, 3, 4].map(() => start(place, journal)));
      await Promise.all(together.map(({ projector }) => projector.caughtUp));
      expect(together.filter(({ projector }) => projector.leads())).toHaveLength(1);
      for (const one of together) expect(await titles(one)).toEqual(['Report 1']);
    });

  it('refuses to make a table anew that there is not', async () => {
    const desk = await start(await databases.fresh(), new ArrayJournal());
    await desk.projector.caughtUp;
    await expect(desk.projector.rebuild('nothing')).rejects.toThrow('no projection');
  });
});
