import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRejection, type RefusalName } from '#domain/rejection.ts';
import { ticketEvents } from '#domain/ticket/events.ts';
import { outlineOf } from '#domain/ticket/outline.ts';
import { may } from '#domain/ticket/possible.ts';
import { isOpened } from '#domain/ticket/rules.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import { ticketStatus } from '#domain/ticket/words.ts';
import { POLICY } from '#tests/support/given.ts';
import { ben } from '#tests/support/people.ts';
import { expectLegal, expectLegalWay } from './legalTicket.ts';
import { plainInputs } from './ticketInputs.ts';
import { actors, live, names, story, tryStep, type Step } from './ticketWorld.ts';

describe('the stories that are told here', () => {
  it('come to every status and every kind of event', () => {
    const lives = fc.sample(story, { numRuns: 400, seed: 1 }).flatMap(live);
    expect(new Set(lives.map(({ after }) => after.status))).toEqual(new Set(ticketStatus.options));
    expect(new Set(lives.flatMap(({ events }) => events.map(({ type }) => type)))).toEqual(
      new Set(Object.keys(ticketEvents)),
    );
  });
});

/** How what cannot be done twice is refused: whoever left a ticket that is not theirs does not see it any more. */
function onceOnly({ name, actor }: Step): RefusalName | undefined {
  if (name === 'rate') return 'AlreadyRated';
  return name === 'unwatch' && actor === ben ? 'NotFound' : undefined;
}

describe('a ticket, whatever anybody does with it', () => {
  it('is always in a legal state, reached in a legal way', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { before, after } of live(steps)) {
          expectLegal(after);
          expectLegalWay(before.status, after.status);
        }
      }),
      { numRuns: 300 },
    ));

  it('changes only by events', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { before, after, events } of live(steps))
          if (events.length === 0) expect(after).toBe(before);
      }),
    ));

  it('takes no event from a command that is repeated', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { step, at, after, events } of live(steps)) {
          if (events.length === 0 || step.name === 'logWork') continue;
          const again = tryStep(after, step, at);
          const outcome = isRejection(again) ? again.rejection : again.length;
          expect([step.name, outcome]).toEqual([step.name, onceOnly(step) ?? 0]);
        }
      }),
    ));

  it('does not change for an auditor', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { step, events } of live(steps))
          if (step.actor.kind === 'person' && step.actor.role === 'auditor') expect(events).toEqual([]);
      }),
    ));
});

/** Refusals that depend on nothing but the actor and the state of the ticket. */
const ofState: readonly (RefusalName | number)[] = [
  'NotFound',
  'NotAllowed',
  'WrongStatus',
  'TicketFinished',
  'AlreadyAccepted',
  'NotAssigned',
  'AlreadyRated',
  'TooLateToReopen',
  'InTheFuture',
];

/** Whatever is offered is taken, and nothing that is not offered does anything. */
function expectAgreement(state: Ticket, at: string): void {
  if (!isOpened(state)) return;
  for (const actor of actors) {
    const offered = may(actor, outlineOf(state), { at, policy: POLICY });
    for (const name of names) {
      const decision = tryStep(state, { name, input: { ...plainInputs[name] }, actor }, at);
      const outcome = isRejection(decision) ? decision.rejection : decision.length;
      if (offered.includes(name)) expect(ofState, `${name} was offered`).not.toContain(outcome);
      else expect(typeof outcome === 'string' || outcome === 0, `${name} was not offered`).toBe(true);
    }
  }
}

describe('what a ticket offers', () => {
  it('agrees with what its commands decide', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { after, at } of live(steps).slice(-4)) expectAgreement(after, at);
      }),
      { numRuns: 100 },
    ));
});
