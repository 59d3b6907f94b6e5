import { describe, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import { ticketCommands } from '#commands/registry.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import { given } from '#tests/support/given.ts';
import { HALL, OTHER, PRINTERS, kim } from '#tests/support/people.ts';
import { accepted, closed, desk, onHold, resolved, ticketWith } from '#tests/support/records.ts';

const { retitle, describe: redescribe, categorise, moveToRoom } = ticketCommands;
const { changeUrgency, prioritise, tag, untag } = ticketCommands;

type TicketCommand = Command<Ticket, TicketEvent>;

/** Every change of a ticket's facts, to what they are not yet. */
const changes: readonly (readonly [string, TicketCommand, TicketEvent])[] = [
  ['its title', retitle, { type: 'TicketRetitled', data: { title: 'No toner' } }],
  ['its description', redescribe, { type: 'TicketDescribed', data: { description: 'None' } }],
  ['its category', categorise, { type: 'TicketCategorised', data: { categoryId: PRINTERS, fields: {} } }],
  ['its room', moveToRoom, { type: 'TicketMovedToRoom', data: { roomId: HALL } }],
  ['its urgency', changeUrgency, { type: 'UrgencyChanged', data: { urgency: 'low' } }],
  ['its priority', prioritise, { type: 'TicketPrioritised', data: { priority: 'high' } }],
  ['a new tag', tag, { type: 'TicketTagged', data: { tag: 'new' } }],
  ['a tag that is taken away', untag, { type: 'TicketUntagged', data: { tag: 'vip' } }],
];

const tagged: TicketEvent = { type: 'TicketTagged', data: { tag: 'vip' } };
const correctable: readonly (readonly [string, readonly TicketEvent[]])[] = [
  ['worked', [accepted]],
  ['waiting', [accepted, onHold(null)]],
  ['resolved', [accepted, resolved]],
  ['rejected', [{ type: 'TicketRejected', data: { reason: 'Not ours' } }]],
  ['cancelled', [{ type: 'TicketCancelled', data: { reason: '' } }]],
];
const finished: readonly (readonly [string, readonly TicketEvent[]])[] = [
  ['closed', [accepted, resolved, closed]],
  ['merged', [accepted, { type: 'TicketMerged', data: { into: OTHER } }]],
];

describe.each(changes)('of a ticket, %s', (_, command, event) => {
  it.each(correctable)('can be changed while it is %s', (__, events) =>
    given(...desk, ticketWith(tagged, ...events))
      .when(command, event.data, { actor: kim })
      .then(event),
  );

  it.each(finished)('is left alone once it is %s', (__, events) =>
    given(...desk, ticketWith(tagged, ...events))
      .when(command, event.data, { actor: kim })
      .refuses('TicketFinished'),
  );
});
