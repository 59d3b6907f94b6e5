import { afterAll, beforeAll, expect, it } from 'vitest';
import { survivorsOf } from '#projections/ticketPage/survivors.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { ids } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened } from '#tests/support/story.ts';

onBothDatabases((databases) => {
  let desk: Projecting;
  beforeAll(async () => {
    const journal = new ArrayJournal();
    journal.add(
      ...house,
      ...[1, 2, 3, 4].map((n) => opened(n)),
      on(1, 'TicketMerged', { into: ids.ticket(2) }),
      on(2, 'TicketMerged', { into: ids.ticket(3) }),
    );
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    expect(await desk.projector.waitFor(journal.head, 5_000)).toBe(true);
  });
  afterAll(() => desk.stop());

  it('finds what tickets were merged into, also by way of others', async () => {
    const all = await survivorsOf(desk.read, [1, 2, 3, 4, 1].map(ids.ticket));
    expect(new Map([...all].map(([id, above]) => [id, above.toSorted()]))).toEqual(
      new Map([
        [ids.ticket(1), [ids.ticket(2), ids.ticket(3)].toSorted()],
        [ids.ticket(2), [ids.ticket(3)]],
      ]),
    );
    expect((await survivorsOf(desk.read, [])).size).toBe(0);
  });
});
