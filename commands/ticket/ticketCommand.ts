import type { z } from 'zod';
import type { TicketCommandName } from '#domain/permissions.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { outlineOf } from '#domain/ticket/outline.ts';
import { statusObstacle, ticketPermissionObstacle } from '#domain/ticket/possible.ts';
import { ticket, type OpenedTicket, type Ticket } from '#domain/ticket/ticket.ts';
import type { Command, Context, Needs, StatesOf } from '../command.ts';
import { define, type NoNeeds, type Spec } from '../define.ts';

interface TicketSpec<I extends z.ZodObject, N extends Needs> extends Pick<
  Spec<Ticket, TicketEvent, I, N>,
  'input' | 'facets' | 'needs' | 'guard'
> {
  readonly name: TicketCommandName;
  /** Is all so already that the command asks for? Then nothing happens, in whatever status the ticket is. */
  already?(this: void, ticket: OpenedTicket, input: z.output<I>, context: Context): boolean;
  /** Decides for a ticket that the actor may change and that takes the command in its status. */
  decide(
    this: void,
    ticket: OpenedTicket,
    input: z.output<I>,
    context: Context<StatesOf<N>>,
  ): readonly TicketEvent[] | Rejection;
}

/** A command on an opened ticket, with the checks that all of them share. */
export const ticketCommand = <I extends z.ZodObject, N extends Needs = NoNeeds>(
  spec: TicketSpec<I, N>,
): Command<Ticket, TicketEvent, I, N> =>
  define(ticket)({
    ...spec,
    decide(state, input, context) {
      if (state.status === 'Unopened') return refuse('NotFound');
      const { actor, policy, occurredAt } = context;
      const outline = outlineOf(state);
      const forbidden = ticketPermissionObstacle(actor, spec.name, outline);
      if (forbidden) return forbidden;
      if (spec.already?.(state, input, context)) return [];
      const moment = { at: occurredAt, policy };
      return statusObstacle(actor, spec.name, outline, moment) ?? spec.decide(state, input, context);
    },
  });
