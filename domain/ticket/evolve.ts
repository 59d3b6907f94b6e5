import type { Happened } from '../event.ts';
import type { TicketEvent } from './events.ts';
import { evolveDetails, type DetailEvent } from './evolveDetails.ts';
import { priorityFor } from './rules.ts';
import type { OpenedTicket, Ticket, TicketFacts, UnmergedTicket } from './ticket.ts';

type Of<T extends TicketEvent['type']> = Happened<Extract<TicketEvent, { type: T }>>;
export type StatusEvent = Exclude<TicketEvent, DetailEvent>;

/** Folds one event into a ticket. Total: an event that makes no sense in a status leaves the ticket as it is. */
export function evolve(state: Ticket, event: Happened<TicketEvent>): Ticket {
  if (state.status === 'Unopened') return event.type === 'TicketOpened' ? opened(event) : state;
  return evolveDetails(state, event) ?? evolveStatus(state, event as Happened<StatusEvent>);
}

function opened({ data: { channel: _channel, ...data }, by }: Of<'TicketOpened'>): Ticket {
  return {
    ...data,
    status: 'New',
    priority: priorityFor(data.urgency),
    assigneeId: null,
    tags: [],
    watchers: by && by !== data.requesterId ? [by] : [],
    related: [],
    comments: {},
    images: {},
    checklist: {},
    minutesWorked: 0,
  };
}

function evolveStatus(state: OpenedTicket, event: Happened<StatusEvent>): OpenedTicket {
  if (state.status === 'Merged') return event.type === 'TicketUnmerged' ? state.before : state;
  switch (event.type) {
    case 'TicketAccepted':
    case 'TicketAssigned':
      return assigned(state, event);
    case 'TicketPutOnHold':
      return { ...factsOf(state), status: 'Pending', ...event.data };
    case 'TicketResumed':
    case 'TicketReopened':
      return { ...factsOf(state), status: 'Open' };
    case 'TicketMerged':
      return { ...factsOf(state), status: 'Merged', into: event.data.into, before: state };
    case 'SatisfactionRated':
      return 'rated' in state ? { ...state, rated: true } : state;
    case 'TicketOpened':
    case 'TicketUnmerged':
      return state;
    case 'TicketResolved':
    case 'TicketClosed':
    case 'TicketRejected':
    case 'TicketCancelled':
      return ended(state, event);
    default:
      return event satisfies never;
  }
}

function assigned(state: UnmergedTicket, event: Of<'TicketAccepted' | 'TicketAssigned'>): UnmergedTicket {
  const facts = { ...factsOf(state), assigneeId: event.data.assigneeId };
  return state.status === 'New'
    ? { ...facts, status: 'Open' }
    : { ...state, assigneeId: event.data.assigneeId };
}

function ended(
  state: UnmergedTicket,
  event: Of<'TicketResolved' | 'TicketClosed' | 'TicketRejected' | 'TicketCancelled'>,
): UnmergedTicket {
  const facts = factsOf(state);
  switch (event.type) {
    case 'TicketResolved':
      return { ...facts, status: 'Resolved', ...event.data, resolvedAt: event.at, rated: false };
    case 'TicketClosed':
      return state.status === 'Resolved' ? { ...state, status: 'Closed', closedAt: event.at } : state;
    case 'TicketRejected':
      return { ...facts, status: 'Rejected', ...event.data, endedAt: event.at };
    case 'TicketCancelled':
      return { ...facts, status: 'Cancelled', endedAt: event.at };
    default:
      return event satisfies never;
  }
}

/** The facts alone, without what only the present status has. */
export function factsOf(state: OpenedTicket): TicketFacts {
  const { number, title, description, requesterId, roomId, categoryId, fields, urgency, priority } = state;
  const { assigneeId, tags, watchers, equipmentIds, related, comments, images, checklist, minutesWorked } =
    state;
  return {
    number,
    title,
    description,
    requesterId,
    roomId,
    categoryId,
    fields,
    urgency,
    priority,
    assigneeId,
    tags,
    watchers,
    equipmentIds,
    related,
    comments,
    images,
    checklist,
    minutesWorked,
  };
}
