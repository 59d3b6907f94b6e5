import type { TicketPageRow, TicketQueueRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import { customFields, factsOf } from './factsOf.ts';

/** The line of the queue is known of every moment; the rest of the page comes a little later. */
export type Stood = TicketQueueRow & Partial<TicketPageRow>;

const names = (people: readonly { readonly name: string }[] | undefined) =>
  people?.map(({ name }) => name).join(', ');

const called = (tickets: TicketPageRow['mergedTickets'] | undefined, m: Messages) =>
  tickets?.map(({ number }) => m.ticket.number(number)).join(', ');

/** All facts that a ticket has, in the order of the page. */
export const stateFacts = factsOf<Stood>({
  title: (state) => state.title,
  status: (state) => state.status,
  pendingReason: (state) => state.pendingReason,
  pendingUntil: (state) => state.pendingUntil,
  priority: (state) => state.priority,
  urgency: (state) => state.urgency,
  assignee: (state) => state.assigneeName,
  requester: (state) => state.requesterName,
  channel: (state) => state.channel,
  room: (state) => state.roomName,
  category: (state) => state.categoryName,
  fields: customFields,
  tags: (state) => state.tags.join(', '),
  description: (state) => state.description,
  checklist: (state, m) =>
    state.checklist?.map(({ text, ticked }) => `${text}: ${ticked ? m.common.yes : m.common.no}`).join('\n'),
  watchers: (state) => names(state.watchers),
  equipment: (state) => state.equipment?.map(({ tag, name }) => `${tag} ${name}`.trim()).join('\n'),
  related: (state, m) => called(state.related, m),
  images: (state, m) =>
    state.images?.map(({ imageId, kind }) => ({ imageId, kind: m.ticket.imageKind[kind] })),
  comments: (state) => state.comments || '',
  internalNotes: (state) => state.internalNotes || '',
  minutesWorked: (state) => state.minutesWorked || '',
  resolution: (state) => state.resolution,
  resolvedAt: (state) => state.resolvedAt,
  closedAt: (state) => state.closedAt,
  reason: (state) => state.reason,
  rating: (state) => state.rating?.score,
  ratingComment: (state) => state.rating?.comment,
  mergedInto: (state, m) => state.mergedInto && m.ticket.number(state.mergedInto.number),
  mergedFrom: (state, m) => called(state.mergedTickets, m),
});
