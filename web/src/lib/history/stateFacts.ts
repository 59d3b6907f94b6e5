import type { TicketPageRow, TicketQueueRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { Reader } from '#lib/reader.ts';
import type { StateFact } from './differences.ts';
import { valueInWords } from './valueInWords.ts';

/** The line of the queue is known of every moment; the rest of the page comes a little later. */
export type Stood = TicketQueueRow & Partial<TicketPageRow>;

type Labels = Readonly<Record<string, string>>;
type Get = (state: Stood, m: Messages, labels: Labels) => string | number | boolean | null | undefined;

const names = (people: readonly { readonly name: string }[] | undefined) =>
  people?.map(({ name }) => name).join(', ');

const getters: Readonly<Record<string, Get>> = {
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
  fields: ({ fields = {} }, m, labels) =>
    Object.entries(fields)
      .map(([key, value]) => `${labels[key] ?? m.history.field(`fields.${key}`)}: ${String(value)}`)
      .join('\n'),
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
};

interface Telling {
  readonly m: Messages;
  readonly reader: Reader;
  /** Of the fields of its category, by key. */
  readonly labels: Labels;
}

/** All facts that a state has, in the order of the page. */
export function stateFacts(state: Stood, { m, reader, labels }: Telling): readonly StateFact[] {
  return Object.entries(getters).map(([field, get]) => {
    const value = get(state, m, labels) ?? '';
    const text = value === '' ? '' : valueInWords(field, value, m, reader);
    return { field, label: m.history.field(field), text };
  });
}
