import type { TicketPageRow, TicketQueueRow } from '#lib/contract.ts';
import { customFields, factsOf } from './factsOf.ts';

/** The line of the queue is known of every moment; the rest of the page comes a little later. */
export type Stood = TicketQueueRow & Partial<TicketPageRow>;

const names = (people: readonly { readonly name: string }[] | undefined) =>
  people?.map(({ name }) => name).join(', ');

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
  room: (state) => state.roomName,
  category: (state) => state.categoryName,
  fields: customFields,
  tags: (state) => state.tags.join(', '),
  description: (state) => state.description,
  checklist: (state, m) =>
    state.checklist?.map(({ text, ticked }) => `${text}: ${ticked ? m.common.yes : m.common.no}`).join('\n'),
  watchers: (state) => names(state.watchers),
  related: (state, m) => state.related?.map(({ number }) => m.ticket.number(number)).join(', '),
  images: (state) => state.images?.length || '',
  comments: (state) => state.comments || '',
  internalNotes: (state) => state.internalNotes || '',
  minutesWorked: (state) => state.minutesWorked || '',
  resolution: (state) => state.resolution,
  resolvedAt: (state) => state.resolvedAt,
  closedAt: (state) => state.closedAt,
  reason: (state) => state.reason,
  rating: (state) => state.rating?.score,
  mergedInto: (state, m) => state.mergedInto && m.ticket.number(state.mergedInto.number),
});
