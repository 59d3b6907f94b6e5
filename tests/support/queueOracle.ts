import type { Recorded } from '#eventstore/journal.ts';
import { untyped, type Look, type Sight } from '#projections/projection.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import type { TicketFilters } from '#projections/ticketQueue/filters.ts';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

type Row = TicketQueueRow;
type Fold = (row: Row | null, event: Recorded, sight: Sight) => Row | null;
type Data = Readonly<Record<string, string>>;
interface Words {
  readonly body: string;
  readonly internal: boolean;
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const keys: Readonly<Record<string, (row: Row) => number>> = {
  updatedAt: (row) => Date.parse(row.updatedAt),
  openedAt: (row) => Date.parse(row.openedAt),
  number: (row) => row.number,
  priority: (row) => PRIORITIES.indexOf(row.priority),
};

const lists = [
  ['status', (row: Row) => row.status],
  ['assignee', (row: Row) => row.assigneeId],
  ['requester', (row: Row) => row.requesterId],
  ['room', (row: Row) => row.roomId],
  ['category', (row: Row) => row.categoryId],
  ['priority', (row: Row) => row.priority],
  ['urgency', (row: Row) => row.urgency],
] as const;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** All that the queue's lists can be asked, answered by looking at everything in memory. */
export class QueueOracle {
  readonly #versions = new Map<string, Row[]>();
  readonly #names = new Map<string, string>();
  readonly #words = new Map<string, Map<string, Words>>();
  readonly #watchers = new Map<string, Set<string>>();

  constructor(events: readonly Recorded[]) {
    for (const event of events) {
      const { name } = event.data as Data;
      if (name !== undefined) this.#names.set(event.entityId, name);
      if (event.stream.startsWith('ticket-')) this.#take(event);
    }
  }

  #take(event: Recorded): void {
    const find = ((id: string | null) => (id === null ? null : this.#names.get(id))) as Look['user'];
    const look = { user: find, room: find, category: find };
    const versions = this.#versions.get(event.entityId) ?? [];
    const fold = untyped(ticketQueue).on[event.type] as Fold;
    const row = fold(versions.at(-1) ?? null, event, { look, key: event.entityId, rowOf: () => null });
    if (row) this.#versions.set(event.entityId, [...versions, this.#named(row)]);
    this.#hear(event);
    this.#watch(event);
  }

  #hear({ type, entityId, eventId, data }: Recorded): void {
    const said = this.#words.get(entityId) ?? new Map<string, Words>();
    this.#words.set(entityId, said);
    const { title, description, body, note, resolution, reason, commentId, visibility } = data as Data;
    const say = (key: string, text: string | undefined, internal = false) => {
      if (text !== undefined) said.set(key, { body: text, internal });
    };
    say('title', title);
    say('description', description);
    if (type !== 'CommentRedacted') say(eventId, resolution ?? reason);
    if (type === 'WorkLogged') say(eventId, note, true);
    if (commentId !== undefined) say(commentId, body ?? '', visibility === 'internal');
  }

  #watch({ type, entityId, by, data }: Recorded): void {
    const watchers = this.#watchers.get(entityId) ?? new Set<string>();
    this.#watchers.set(entityId, watchers);
    const { userId = '' } = data as Data;
    if (type === 'TicketOpened' && by) watchers.add(by);
    if (type === 'WatcherAdded') watchers.add(userId);
    if (type === 'WatcherRemoved') watchers.delete(userId);
  }

  #named(row: Row): Row {
    const name = (id: string | null) => (id === null ? null : (this.#names.get(id) ?? null));
    return {
      ...row,
      requesterName: name(row.requesterId) ?? '',
      assigneeName: name(row.assigneeId),
      roomName: name(row.roomId) ?? '',
      categoryName: name(row.categoryId),
    };
  }

  #standing(asOf: string | undefined): Row[] {
    const all = [...this.#versions.values()];
    if (asOf === undefined)
      return all.flatMap((versions) => versions.slice(-1).map((row) => this.#named(row)));
    const moment = Date.parse(asOf);
    return all.flatMap((versions) => versions.findLast((row) => Date.parse(row.updatedAt) <= moment) ?? []);
  }

  #holds(row: Row, q: string, staff: boolean): boolean {
    if (String(row.number) === q) return true;
    const heard = [...(this.#words.get(row.ticketId)?.values() ?? [])].filter(
      ({ internal }) => staff || !internal,
    );
    return wordsOf(q).every((term) =>
      heard.some(({ body }) =>
        wordsOf(body).some((word) => (term.length < 3 ? word === term : word.startsWith(term))),
      ),
    );
  }

  /** The whole list in order. */
  list({ userId, role }: Viewer, filters: TicketFilters): Row[] {
    const staff = role !== 'requester';
    const any = (list: readonly string[] | undefined, value: string | null) =>
      !list || list.some((one) => (one === 'me' ? userId : one) === (value ?? 'none'));
    const belongs = (row: Row): boolean =>
      this.reads({ userId, role }, row.ticketId) &&
      lists.every(([list, valueOf]) => any(filters[list], valueOf(row))) &&
      (filters.tag?.some((tag) => row.tags.includes(tag)) ?? true) &&
      (!filters.q || this.#holds(row, filters.q, staff));
    const sort = filters.sort ?? '-updatedAt';
    const key = keys[sort.replace('-', '')] ?? keys['number']!;
    const way = sort.startsWith('-') ? -1 : 1;
    return this.#standing(filters.asOf)
      .filter(belongs)
      .sort((a, b) => way * (key(a) - key(b) || a.number - b.number));
  }

  /** Whether a viewer may read a ticket. */
  reads({ userId, role }: Viewer, ticketId: string): boolean {
    if (role !== 'requester' || this.#watchers.get(ticketId)?.has(userId)) return true;
    return this.#versions.get(ticketId)?.[0]?.requesterId === userId;
  }
}
