import { permissionObstacle, type TicketCommandName } from '../permissions.ts';
import { refuse, type Rejection } from '../rejection.ts';
import type { Actor } from '../role.ts';
import { isAfter } from '../time.ts';
import type { TicketOutline } from './outline.ts';
import { relationTo } from './relation.ts';
import { autoCloseAt, isFinished, mayReopen, type Policy } from './rules.ts';
import { statusesFor } from './statuses.ts';

/** An instant (RFC 3339, UTC) with the rules of the desk. */
export interface Moment {
  readonly at: string;
  readonly policy: Policy;
}

type Condition = (ticket: TicketOutline, actor: Actor, moment: Moment) => Rejection | null;

const isDesk = (actor: Actor): boolean => actor.kind === 'desk';
const notYet = (due: string | null, at: string): Rejection | null =>
  due === null || isAfter(due, at) ? refuse('InTheFuture', { due }) : null;

/** Only people take, cancel and rate tickets. */
const byAPerson: Condition = (_, actor) => (isDesk(actor) ? refuse('NotAllowed') : null);

const conditions: Partial<Record<TicketCommandName, Condition>> = {
  accept: (ticket, actor, moment) =>
    ticket.assigneeId === null
      ? byAPerson(ticket, actor, moment)
      : refuse('AlreadyAccepted', { assigneeId: ticket.assigneeId }),
  unassign: ({ assigneeId }) => (assigneeId === null ? refuse('NotAssigned') : null),
  resume: ({ pendingUntil }, actor, { at }) => (isDesk(actor) ? notYet(pendingUntil, at) : null),
  close: ({ endedAt }, actor, { at, policy }) =>
    isDesk(actor) ? notYet(endedAt && autoCloseAt(endedAt, policy), at) : null,
  reopen: ({ endedAt }, _, { at, policy }) =>
    endedAt !== null && mayReopen(endedAt, at, policy) ? null : refuse('TooLateToReopen', { endedAt }),
  cancel: byAPerson,
  rate: (ticket, actor, moment) => (ticket.rated ? refuse('AlreadyRated') : byAPerson(ticket, actor, moment)),
};

export const ticketPermissionObstacle = (
  actor: Actor,
  command: TicketCommandName,
  ticket: TicketOutline,
): Rejection | null => permissionObstacle(actor, command, 'tickets', relationTo(ticket, actor));

/** Why a ticket does not take a command in the state that it is in, whatever the input. */
export function statusObstacle(
  actor: Actor,
  command: TicketCommandName,
  ticket: TicketOutline,
  moment: Moment,
): Rejection | null {
  const { status } = ticket;
  if (!statusesFor[command].includes(status))
    return refuse(isFinished(status) ? 'TicketFinished' : 'WrongStatus', { status });
  return conditions[command]?.(ticket, actor, moment) ?? null;
}

const names = Object.keys(statusesFor) as TicketCommandName[];

/** The commands that make sense for this actor in the ticket's present state. */
export const may = (actor: Actor, ticket: TicketOutline, moment: Moment): TicketCommandName[] =>
  names.filter(
    (name) =>
      ticketPermissionObstacle(actor, name, ticket) === null &&
      statusObstacle(actor, name, ticket, moment) === null,
  );
