import type { Happened } from '../event.ts';
import type { TicketEvent } from './events.ts';
import type { OpenedTicket, UnmergedTicket } from './ticket.ts';

type Details = Pick<
  Record<TicketEvent['type'], unknown>,
  | 'TicketRetitled'
  | 'TicketDescribed'
  | 'TicketCategorised'
  | 'TicketMovedToRoom'
  | 'UrgencyChanged'
  | 'TicketPrioritised'
  | 'TicketTagged'
  | 'TicketUntagged'
  | 'TicketUnassigned'
  | 'CommentAdded'
  | 'CommentRedacted'
  | 'ImageAttached'
  | 'ImageRemoved'
  | 'EquipmentLinked'
  | 'EquipmentUnlinked'
  | 'TicketsRelated'
  | 'TicketsUnrelated'
  | 'ChecklistItemAdded'
  | 'ChecklistItemTicked'
  | 'ChecklistItemUnticked'
  | 'ChecklistItemRemoved'
  | 'WatcherAdded'
  | 'WatcherRemoved'
  | 'WorkLogged'
>;
/** Events that change what a ticket says, in whatever status it is. */
export type DetailEvent = Extract<TicketEvent, { type: keyof Details }>;

type Folds = {
  readonly [T in DetailEvent['type']]: (
    state: OpenedTicket,
    event: Happened<Extract<DetailEvent, { type: T }>>,
  ) => Partial<OpenedTicket>;
};

const added = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list : [...list, item];
const without = <T>(list: readonly T[], item: T): readonly T[] => list.filter((other) => other !== item);
function patched<V>(
  record: Readonly<Record<string, V>>,
  key: string,
  change: Partial<V>,
): Readonly<Record<string, V>> {
  const old = record[key];
  return old ? { ...record, [key]: { ...old, ...change } } : record;
}
function dropped<V>(record: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> {
  const { [key]: _, ...rest } = record;
  return rest;
}

const folds: Folds = {
  TicketRetitled: (_, { data }) => data,
  TicketDescribed: (_, { data }) => data,
  TicketCategorised: (_, { data }) => data,
  TicketMovedToRoom: (_, { data }) => data,
  UrgencyChanged: (_, { data }) => data,
  TicketPrioritised: (_, { data }) => data,
  TicketTagged: ({ tags }, { data }) => ({ tags: added(tags, data.tag) }),
  TicketUntagged: ({ tags }, { data }) => ({ tags: without(tags, data.tag) }),
  TicketUnassigned: () => ({ assigneeId: null }),
  CommentAdded: ({ comments }, { data, by }) => ({
    comments: {
      ...comments,
      [data.commentId]: { authorId: by, visibility: data.visibility, redacted: false },
    },
  }),
  CommentRedacted: ({ comments }, { data }) => ({
    comments: patched(comments, data.commentId, { redacted: true }),
  }),
  ImageAttached: ({ images }, { data, by }) => ({
    images: { ...images, [data.imageId]: { kind: data.kind, by } },
  }),
  ImageRemoved: ({ images }, { data }) => ({ images: dropped(images, data.imageId) }),
  EquipmentLinked: ({ equipmentIds }, { data }) => ({ equipmentIds: added(equipmentIds, data.equipmentId) }),
  EquipmentUnlinked: ({ equipmentIds }, { data }) => ({
    equipmentIds: without(equipmentIds, data.equipmentId),
  }),
  TicketsRelated: ({ related }, { data }) => ({ related: added(related, data.ticketId) }),
  TicketsUnrelated: ({ related }, { data }) => ({ related: without(related, data.ticketId) }),
  ChecklistItemAdded: ({ checklist }, { data }) => ({
    checklist: { ...checklist, [data.itemId]: { text: data.text, ticked: false } },
  }),
  ChecklistItemTicked: ({ checklist }, { data }) => ({
    checklist: patched(checklist, data.itemId, { ticked: true }),
  }),
  ChecklistItemUnticked: ({ checklist }, { data }) => ({
    checklist: patched(checklist, data.itemId, { ticked: false }),
  }),
  ChecklistItemRemoved: ({ checklist }, { data }) => ({ checklist: dropped(checklist, data.itemId) }),
  WatcherAdded: ({ watchers }, { data }) => ({ watchers: added(watchers, data.userId) }),
  WatcherRemoved: ({ watchers }, { data }) => ({ watchers: without(watchers, data.userId) }),
  WorkLogged: ({ minutesWorked }, { data }) => ({ minutesWorked: minutesWorked + data.minutes }),
};

const isDetail = (event: Happened<TicketEvent>): event is Happened<DetailEvent> => event.type in folds;

/** The ticket after a change of its facts, or undefined where the event changes the status. */
export function evolveDetails(state: OpenedTicket, event: Happened<TicketEvent>): OpenedTicket | undefined {
  if (!isDetail(event)) return undefined;
  const fold = folds[event.type] as (
    state: OpenedTicket,
    event: Happened<DetailEvent>,
  ) => Partial<OpenedTicket>;
  const change = fold(state, event);
  const after = { ...state, ...change } as OpenedTicket;
  return after.status === 'Merged'
    ? { ...after, before: { ...after.before, ...change } as UnmergedTicket }
    : after;
}
