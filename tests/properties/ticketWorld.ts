import fc from 'fast-check';
import type { Command, Known, Ref } from '#commands/command.ts';
import { ticketCommands } from '#commands/registry.ts';
import type { Happened } from '#domain/event.ts';
import type { TicketCommandName } from '#domain/permissions.ts';
import type { Rejection } from '#domain/rejection.ts';
import { isRejection } from '#domain/rejection.ts';
import { actorId, DESK, type Actor } from '#domain/role.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { ticket, type Ticket } from '#domain/ticket/ticket.ts';
import { decideIn, knownFrom, NOW, record } from '#tests/support/given.ts';
import { ADA, ANA, OTHER, TICKET, ada, ana, audrey, ben, ids, kim, lee } from '#tests/support/people.ts';
import { by, desk, opened } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';
import { ticketInputs } from './ticketInputs.ts';

export const actors: readonly Actor[] = [ana, ben, kim, lee, audrey, ada, DESK];
export const names = Object.keys(ticketCommands) as TicketCommandName[];

/** A command by somebody, some hours after the one before. */
export interface Step {
  readonly name: TicketCommandName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly hours: number;
}

export const step: fc.Arbitrary<Step> = fc.constantFrom(...names).chain((name) =>
  fc.record({
    name: fc.constant(name),
    input: ticketInputs[name] as fc.Arbitrary<Record<string, unknown>>,
    actor: fc.constantFrom(...actors),
    hours: fc.constantFrom(0, 1, 30, 200),
  }),
);
export const story = fc.array(step, { minLength: 20, maxLength: 60, size: 'max' });

const merged: TicketEvent = { type: 'TicketMerged', data: { into: OTHER } };
const others = knownFrom([
  ...desk,
  aThing(ids.equipment(1)),
  aThing(ids.equipment(9)),
  record(ticket, OTHER, by(opened({ number: 2 }), ANA)),
  record(ticket, ids.ticket(3), by(opened({ number: 3 }), ANA), by(merged, ADA)),
]);

/** All other records with the ticket in one state. */
const knowing = (state: Ticket): Known => {
  const own = new Map<unknown, unknown>([[TICKET, state]]);
  return <S>(ref: Ref<S> | undefined) => (own.get(ref?.id) as S | undefined) ?? others(ref);
};

/** What the ticket in a state makes of a command at an instant. */
export const tryStep = (state: Ticket, { name, input, actor }: Omit<Step, 'hours'>, now: string) =>
  decideIn(knowing(state), ticketCommands[name] as Command<Ticket, TicketEvent>, input, {
    id: TICKET,
    actor,
    now,
  });

export interface Taken {
  readonly step: Step;
  readonly at: string;
  readonly before: Ticket;
  readonly decision: readonly TicketEvent[] | Rejection;
  readonly after: Ticket;
  readonly events: readonly Happened<TicketEvent>[];
}

function take(step: Step, before: Ticket, at: string): Taken {
  const decision = tryStep(before, step, at);
  const decided = isRejection(decision) ? [] : decision;
  const events = decided.map((event) => ({ ...event, by: actorId(step.actor), at }));
  return { step, at, before, decision, events, after: events.reduce<Ticket>(ticket.evolve, before) };
}

/** Lets a ticket that Ana opens live through a story. */
export function live(steps: readonly Step[]): readonly Taken[] {
  const opening: Step = {
    name: 'openTicket',
    input: { title: 'No paper', roomId: ids.room(1) },
    actor: ana,
    hours: 0,
  };
  const taken = [take(opening, ticket.initial, NOW)];
  let at = Temporal.Instant.from(NOW);
  for (const next of steps) {
    at = at.add({ hours: next.hours });
    taken.push(take(next, taken.at(-1)?.after ?? ticket.initial, at.toString()));
  }
  return taken;
}
