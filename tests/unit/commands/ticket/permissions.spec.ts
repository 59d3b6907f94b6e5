import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import { ticketCommands } from '#commands/registry.ts';
import { permissions, type TicketCommandName } from '#domain/permissions.ts';
import { isRejection } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import { plainInputs } from '#tests/properties/ticketInputs.ts';
import { decideIn, given, knownFrom } from '#tests/support/given.ts';
import { BEN, TICKET, ada, ana, audrey, ben, kim } from '#tests/support/people.ts';
import { accepted, desk, ticketWith } from '#tests/support/records.ts';

const names = (Object.keys(ticketCommands) as TicketCommandName[]).filter((name) => name !== 'openTicket');
const watched: TicketEvent = { type: 'WatcherAdded', data: { userId: BEN } };

function refusalOf(name: TicketCommandName, actor: Actor, ...events: TicketEvent[]): string {
  const known = knownFrom([...desk, ticketWith(...events)]);
  const command = ticketCommands[name] as Command<Ticket, TicketEvent>;
  const decision = decideIn(known, command, { ...plainInputs[name] }, { id: TICKET, actor });
  const refused = isRejection(decision) ? decision.rejection : '';
  return refused === 'NotFound' || refused === 'NotAllowed' ? refused : 'allowed';
}

/** What the table of permissions says of a role that stands to the ticket in some way. */
const reach = (name: TicketCommandName, role: 'requester' | 'technician' | 'admin') =>
  (permissions[name] as Partial<Record<typeof role, string>>)[role];

describe.each(names)('%s', (name) => {
  it('does not exist for requesters whom the ticket is none of the business of', () =>
    expect(refusalOf(name, ben)).toBe('NotFound'));

  it('is not for auditors, who see the ticket', () => expect(refusalOf(name, audrey)).toBe('NotAllowed'));

  it('is for the requester of the ticket as the table says', () =>
    expect(refusalOf(name, ana, accepted)).toBe(reach(name, 'requester') ? 'allowed' : 'NotAllowed'));

  it('is for a watcher as the table says', () =>
    expect(refusalOf(name, ben, watched)).toBe(
      reach(name, 'requester') === 'involved' ? 'allowed' : 'NotAllowed',
    ));

  it.each([
    ['technician', kim],
    ['admin', ada],
  ] as const)('is for a %s as the table says', (role, actor) =>
    expect(refusalOf(name, actor)).toBe(reach(name, role) === 'any' ? 'allowed' : 'NotAllowed'),
  );

  it('needs a ticket', () =>
    given(...desk)
      .when(ticketCommands[name] as Command<Ticket, TicketEvent>, { ...plainInputs[name] }, { actor: kim })
      .refuses('NotFound'));
});
