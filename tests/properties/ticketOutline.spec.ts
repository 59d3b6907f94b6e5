import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '#api/routes/tickets/outlineOfPage.ts';
import { outlineOf } from '#domain/ticket/outline.ts';
import { may } from '#domain/ticket/possible.ts';
import { isOpened } from '#domain/ticket/rules.ts';
import { alone, type AnyFold } from '#projections/history/line.ts';
import { untyped, type Look } from '#projections/projection.ts';
import { ticketPage } from '#projections/ticketPage/projection.ts';
import type { TicketFactsRow } from '#projections/ticketPage/row.ts';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { POLICY } from '#tests/support/given.ts';
import { TICKET } from '#tests/support/people.ts';
import { Recorder } from '#tests/support/recorded.ts';
import { actors, live, story, type Taken } from './ticketWorld.ts';

const name = ((id: string | null) => id) as Look['user'];
const look: Look = { user: name, room: name, category: name };

/** The page of a ticket as it is after each command of a life. */
function pagesOf(taken: readonly Taken[]) {
  const recorder = new Recorder();
  const rows = { queue: null as TicketQueueRow | null, facts: null as TicketFactsRow | null };
  return taken.map(({ events }) => {
    for (const { by, at, ...event } of events) {
      const recorded = recorder.add({ stream: `ticket-${TICKET}`, event, by, at });
      const sight = { look, key: TICKET, rowOf: alone };
      const queueFold = untyped(ticketQueue).on[event.type] as AnyFold<TicketQueueRow> | undefined;
      const factsFold = untyped(ticketPage).on[event.type] as AnyFold<TicketFactsRow> | undefined;
      rows.queue = queueFold ? queueFold(rows.queue, recorded, sight) : rows.queue;
      rows.facts = factsFold ? factsFold(rows.facts, recorded, sight) : rows.facts;
    }
    const { queue, facts } = rows;
    if (!queue || !facts) throw new Error('A life begins with a report.');
    return { ...facts, ...queue, watchers: facts.watchers.map((userId) => ({ userId, name: userId })) };
  });
}

describe('the page of a ticket', () => {
  it('offers what the domain takes, whatever has happened since the ticket ended', () =>
    fc.assert(
      fc.property(story, (steps) => {
        const taken = live(steps);
        const pages = pagesOf(taken);
        for (const [index, { after, at }] of taken.entries()) {
          const page = pages[index];
          if (!page || !isOpened(after)) throw new Error('A life begins with a report.');
          const [shown, decided] = [outlineOfPage(page), outlineOf(after)];
          // A merged one keeps on its page how it had ended, of which nothing follows until it is unmerged.
          if (after.status !== 'Merged') expect(shown).toEqual(decided);
          for (const actor of after.status === 'Merged' ? actors : [])
            expect(may(actor, shown, { at, policy: POLICY })).toEqual(
              may(actor, decided, { at, policy: POLICY }),
            );
        }
      }),
      { numRuns: 100 },
    ));
});
