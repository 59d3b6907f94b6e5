import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#domain/role.ts';
import { priority, ticketStatus, urgency } from '#domain/ticket/words.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { ticketOf } from '#projections/ticketPage/query.ts';
import type { TicketFilters, TicketSort } from '#projections/ticketQueue/filters.ts';
import { listTickets, listTicketsJson } from '#projections/ticketQueue/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { ANA, BEN, HALL, ids, KIM, LAB, LEE, PRINTERS } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { QueueOracle } from '#tests/support/queueOracle.ts';
import { BEGIN, HIDDEN, HOURS, randomStory, TAGS, WORDS } from '#tests/support/randomStory.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';

const TICKETS = 250;
const viewer = (userId: string, role: Role): Viewer => ({ userId, role });
const kim = viewer(KIM, 'technician');
const viewers = [kim, viewer(LEE, 'auditor'), viewer(ANA, 'requester'), viewer(BEN, 'requester')];
const sorts: TicketSort[] = [
  ...(['updatedAt', '-updatedAt', 'openedAt', '-openedAt'] as const),
  ...(['priority', '-priority', 'number', '-number'] as const),
];
const moments = Array.from({ length: HOURS + 2 }, (_, hour) =>
  new Date(BEGIN + (hour - 1) * 3_600_000 + (hour % 3) * 60_000).toISOString(),
);
const some = <T>(...items: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
const typed = fc.oneof(
  fc.uniqueArray(fc.constantFrom(...WORDS, 'pri', 'PAPER', 'zuri', HIDDEN, 'nothing'), {
    minLength: 1,
    maxLength: 2,
  }),
  fc.integer({ min: 1, max: TICKETS + 5 }).map((n) => [String(n)]),
);

const narrowings = {
  status: some(...ticketStatus.options),
  assignee: some('me', 'none', KIM, LEE),
  requester: some('me', ANA, BEN),
  priority: some(...priority.options),
  urgency: some(...urgency.options),
  room: some<string>(LAB, HALL, ids.room(9)),
  category: some<string>('none', PRINTERS),
  tag: some(...TAGS),
  q: typed.map((words) => words.join(' ')),
  asOf: fc.constantFrom(...moments),
};
type Narrowing = keyof typeof narrowings;
const names = Object.keys(narrowings) as Narrowing[];
/** Few at once, since many together find nothing. */
const filters = fc
  .record({
    narrowed: fc.record<Record<string, unknown>>(narrowings),
    by: fc.shuffledSubarray(names, { maxLength: 3 }),
    sort: fc.constantFrom(...sorts),
    limit: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ narrowed, by, sort, limit }): TicketFilters => ({
    ...Object.fromEntries(by.map((name) => [name, narrowed[name]])),
    sort,
    limit,
  }));

onBothDatabases((databases) => {
  let desk: Projecting;
  let journal: ArrayJournal;
  let oracle: QueueOracle;

  beforeAll(async () => {
    journal = new ArrayJournal();
    journal.add(...randomStory(42, TICKETS, 1_500));
    oracle = new QueueOracle(journal.recorder.events);
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    expect(await desk.projector.waitFor(journal.head, 20_000)).toBe(true);
  });
  afterAll(() => desk.stop());

  /** What a viewer is sent of a row. */
  const shown = (by: Viewer, row: ReturnType<QueueOracle['list']>[number]) => {
    if (by.role !== 'requester') return row;
    const { internalNotes: _, ...sent } = row;
    return { ...sent, merged: row.merged && oracle.reads(by, row.merged.into) ? row.merged : null };
  };

  it('lists exactly what looking through all tickets would, page after page', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...viewers), async (asked, by) => {
        const items: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await listTickets(desk.read, by, { ...asked, cursor });
          const text = await listTicketsJson(desk.read, by, { ...asked, cursor });
          expect({ items: JSON.parse(text.items) as unknown, next: text.next }).toEqual(page);
          expect(page.items.length).toBeLessThanOrEqual(asked.limit ?? 50);
          items.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined && items.length <= TICKETS);
        expect(items).toEqual(oracle.list(by, asked).map((row) => shown(by, row)));
        found += items.length;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(found).toBeGreaterThan(1_000);
  }, 120_000);

  it('shows a ticket after each of its events as it was shown then, but for what was redacted since', async () => {
    const { events } = journal.recorder;
    let compared = 0;
    const busy = [...Map.groupBy(events, ({ stream }) => stream)]
      .filter(([stream]) => stream.startsWith('ticket-'))
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, 3)
      .flatMap(([, own]) => own.filter((_, index) => index % 5 === 2 || index === own.length - 1));
    for (const { entityId, revision, position } of busy) {
      const then = new ArrayJournal();
      then.recorder.events.push(...events.filter((event) => event.position <= position));
      const past = await projecting(await databases.fresh(), then);
      await past.projector.caughtUp;
      for (const by of [kim, viewer(ANA, 'requester')]) {
        const was = await ticketOf(past.read, by, entityId);
        const is = await ticketOf(desk.read, by, entityId, { revision: String(revision) });
        // Who may read it today may read all of its past.
        expect(is === undefined).toBe((await ticketOf(desk.read, by, entityId)) === undefined);
        if (!was || !is) continue;
        compared++;
        const redacted = new Set(is.conversation.filter((row) => row.redacted).map((row) => row.eventId));
        const kept = was.conversation.filter(({ eventId }) => !redacted.has(eventId));
        expect(is.conversation.filter((row) => !row.redacted)).toEqual(kept);
        expect(is.conversation).toHaveLength(was.conversation.length);
        expect(is.ticket).toEqual(was.ticket);
      }
      await past.stop();
    }
    expect(compared).toBeGreaterThan(10);
  }, 120_000);
});
