import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Recorded } from '#eventstore/journal.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf } from '#projections/ticketPage/query.ts';
import { arbitraryTies } from '#tests/support/arbitraryStory.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { KIM } from '#tests/support/people.ts';
import { projecting } from '#tests/support/projecting.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house } from '#tests/support/story.ts';

const kim: Viewer = { userId: KIM, role: 'technician' };

interface Ties {
  readonly related: readonly string[];
  readonly mergedFrom: readonly string[];
}

/** To which tickets one is related, and which have become of it, by events alone. */
function tiesBy(events: readonly Recorded[], ticketId: string): Ties {
  const pairs = new Map<string, readonly [string, string]>();
  const into = new Map<string, string>();
  for (const event of events) {
    const { entityId } = event;
    if (event.type === 'TicketsRelated')
      pairs.set(`${entityId} ${event.data.ticketId}`, [entityId, event.data.ticketId]);
    if (event.type === 'TicketsUnrelated') pairs.delete(`${entityId} ${event.data.ticketId}`);
    if (event.type === 'TicketMerged' && !into.has(entityId)) into.set(entityId, event.data.into);
    if (event.type === 'TicketUnmerged') into.delete(entityId);
  }
  const survivors = (id: string): string[] => {
    const next = into.get(id);
    return next === undefined ? [] : [next, ...survivors(next)];
  };
  const ends = [...pairs.values()].filter((pair) => pair.includes(ticketId)).flat();
  const related = [...new Set(ends)].filter((id) => id !== ticketId);
  const mergedFrom = [...into.keys()].filter((id) => survivors(id).includes(ticketId));
  return { related: related.sort(), mergedFrom: mergedFrom.sort() };
}

async function shownAt(read: ReadDatabase, ticketId: string, position?: string): Promise<Ties> {
  const seen = await ticketOf(read, kim, ticketId, position === undefined ? undefined : { position });
  const { related = [], mergedFrom = [] } = seen?.ticket ?? {};
  return { related: related.map((one) => one.ticketId).sort(), mergedFrom: mergedFrom.toSorted() };
}

onBothDatabases((databases) => {
  it(
    'a ticket shows what it is related to and survives as it stood at every point, and its story tells each change',
    { timeout: 240_000 },
    () =>
      fc.assert(
        fc.asyncProperty(arbitraryTies(14), async (story) => {
          const journal = new ArrayJournal();
          const { events } = journal.recorder;
          journal.add(...house, ...story);
          const desk = await projecting(await databases.fresh(), journal);
          await desk.projector.caughtUp;
          const opened = events.filter(({ type }) => type === 'TicketOpened');
          for (const { entityId } of opened) {
            const told = await ticketHistory(desk.read, kim, entityId);
            const places = new Set(told?.map(({ position }) => position));
            expect(await shownAt(desk.read, entityId)).toEqual(tiesBy(events, entityId));
            const first = events.findIndex((event) => event === opened.at(-1));
            let before: Ties = { related: [], mergedFrom: [] };
            for (let count = first + 1; count <= events.length; count++) {
              const position = String(events[count - 1]?.position);
              const stood = await shownAt(desk.read, entityId, position);
              expect(stood).toEqual(tiesBy(events.slice(0, count), entityId));
              if (JSON.stringify(stood) !== JSON.stringify(before)) expect(places).toContain(position);
              before = stood;
            }
          }
          await desk.stop();
        }),
        { numRuns: databases.kind === 'SQLite' ? 20 : 3 },
      ),
  );
});
