import { expect, it } from 'vitest';
import { onBothDatabases } from '#tests/support/databases.ts';
import { KIM } from '#tests/support/people.ts';
import { contents } from '#tests/support/projecting.ts';
import { projectors } from '#tests/support/projectors.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened, said } from '#tests/support/story.ts';

const WAIT = 10_000;
/** More lines than are kept as they are. */
const TICKETS = 600;
const AT_ONCE = 100;

/** Each is reported, and later assigned; the first is left as it was reported. */
const numbers = Array.from({ length: TICKETS }, (_, index) => index + 1);
const story = [
  ...numbers.flatMap((number) => [
    opened(number),
    said(number, number, `Zeile ${String(number)} – 中\x1e\x1d`),
  ]),
  ...numbers.slice(1).map((number) => on(number, 'TicketAssigned', { assigneeId: KIM })),
];

onBothDatabases((databases) => {
  const start = projectors();

  it('come to the same tables as the same events a few at a time', async () => {
    const journal = new ArrayJournal();
    journal.add(...house);
    const few = await start(await databases.fresh(), journal);
    await few.projector.caughtUp;
    for (let from = 0; from < story.length; from += AT_ONCE) {
      const position = journal.add(...story.slice(from, from + AT_ONCE));
      expect(await few.projector.waitFor(position, WAIT)).toBe(true);
    }
    const many = await start(await databases.fresh(), journal);
    await many.projector.caughtUp;
    const tables = await contents(many.read);
    expect(tables['ticket_history']).toHaveLength(story.length);
    expect(tables).toEqual(await contents(few.read));
  });
});
