import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticket, type OpenedTicket, type Ticket } from '#domain/ticket/ticket.ts';
import { factsOf } from '#domain/ticket/evolve.ts';
import { folded, happened } from '#tests/support/given.ts';
import { KIM, OTHER } from '#tests/support/people.ts';
import { opened } from '#tests/support/records.ts';
import { anyTicketEvent } from './ticketEvents.ts';

const events = fc.array(
  anyTicketEvent.map((event) => happened(event, KIM)),
  { maxLength: 30, size: 'max' },
);
const openedFirst = events.map((rest) => [happened(opened()), ...rest]);

const ofStatus = new Set(['TicketAccepted', 'TicketAssigned']);
const anyFact = anyTicketEvent.filter(({ type }) => !ofStatus.has(type));

const own: Readonly<Record<Ticket['status'], readonly string[]>> = {
  Unopened: [],
  New: [],
  Open: [],
  Pending: ['reason', 'until'],
  Resolved: ['rated', 'resolution', 'resolvedAt'],
  Closed: ['closedAt', 'rated', 'resolution', 'resolvedAt'],
  Rejected: ['endedAt', 'reason'],
  Cancelled: ['endedAt'],
  Merged: ['before', 'into'],
};
const ownKeys = (state: OpenedTicket): string[] => {
  const facts = new Set([...Object.keys(factsOf(state)), 'status']);
  return Object.keys(state)
    .filter((key) => !facts.has(key))
    .sort();
};

describe('the fold of a ticket', () => {
  it('takes any event in any state, and keeps just what the status has', () =>
    fc.assert(
      fc.property(openedFirst, (story) => {
        const state = folded(ticket, story);
        if (state.status === 'Unopened') throw new Error('the ticket was opened');
        expect(ownKeys(state)).toEqual(own[state.status]);
      }),
      { numRuns: 500 },
    ));

  it('knows no ticket before it is opened', () =>
    fc.assert(
      fc.property(events, (story) => {
        const before = story.filter(({ type }) => type !== 'TicketOpened');
        expect(folded(ticket, before)).toBe(ticket.initial);
      }),
    ));

  it('loses nothing when a merge is taken back, whatever became known in between', () =>
    fc.assert(
      fc.property(openedFirst, anyFact, (story, between) => {
        const unmerged = happened({ type: 'TicketUnmerged', data: {} } as const);
        const merged = happened({ type: 'TicketMerged', data: { into: OTHER } } as const);
        const state = folded(ticket, [...story, unmerged]);
        const through = folded(ticket, [...story, unmerged, merged, happened(between, KIM), unmerged]);
        expect(through.status).toBe(state.status);
        const direct = ticket.evolve(state, happened(between, KIM));
        if (direct.status === state.status) expect(factsOfAny(through)).toEqual(factsOfAny(direct));
      }),
      { numRuns: 500 },
    ));
});

const factsOfAny = (state: Ticket) => (state.status === 'Unopened' ? null : factsOf(state));
