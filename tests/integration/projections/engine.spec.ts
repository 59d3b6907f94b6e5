import { expect, it } from 'vitest';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { KIM } from '#tests/support/people.ts';
import { contents } from '#tests/support/projecting.ts';
import { projectors, titles, withQueue } from '#tests/support/projectors.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened, said } from '#tests/support/story.ts';

const WAIT = 10_000;
const NEXT = ticketQueue.version + 1;

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
  const start = projectors();

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

  it('leaves out a table that faults when much of a batch has been folded, and folds the others as if it had not', async () => {
    const journal = new ArrayJournal();
    const numbers = Array.from({ length: 700 }, (_, index) => index + 1);
    journal.add(...house, ...numbers.map((number) => opened(number)));
    journal.add(on(700, 'TicketTagged', { tag: 'poison' }));
    journal.add(...numbers.slice(0, 300).map((number) => said(number, 1, 'after')));
    const whole = await start(await databases.fresh(), journal);
    const desk = await start(await databases.fresh(), journal, failing);
    await Promise.all([whole.projector.caughtUp, desk.projector.caughtUp]);
    const states = await desk.projector.status();
    expect(states.filter(({ fault }) => fault !== null).map(({ name }) => name)).toEqual(['ticket_queue']);
    const [tables, expected] = await Promise.all([contents(desk.read), contents(whole.read)]);
    expect(tables['ticket_queue']).toHaveLength(700);
    const faulted = [ticketQueue.name, ...ticketQueue.derived.map(({ shape }) => shape.name)];
    for (const name of faulted) tables[name] = expected[name] ?? [];
    expect(tables).toEqual(expected);
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
});
