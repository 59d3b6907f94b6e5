import type { Priority, TicketQueueRow, TicketStatus } from '#lib/contract.ts';
import type { Order } from '#lib/list/order.ts';

/** What a queue shows, as it stands in the page's address; the API takes the same names. */
export interface Filters {
  readonly status: readonly TicketStatus[];
  readonly priority: readonly Priority[];
  /** User ids, `me` or `none`. */
  readonly assignee: readonly string[];
  readonly requester: readonly string[];
  readonly room: readonly string[];
  readonly category: readonly string[];
  readonly tag: readonly string[];
  readonly q: string;
  readonly sort: Sort;
}

export const sorts = [
  '-updatedAt',
  'updatedAt',
  '-priority',
  '-openedAt',
  'openedAt',
  '-number',
  'number',
] as const;
export type Sort = (typeof sorts)[number];
export const DEFAULT_SORT: Sort = '-updatedAt';

export const statuses: readonly TicketStatus[] = [
  'New',
  'Open',
  'Pending',
  'Resolved',
  'Closed',
  'Rejected',
  'Cancelled',
  'Merged',
];
export const priorities: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];
export const ACTIVE: readonly TicketStatus[] = ['New', 'Open', 'Pending'];

export const listNames = ['status', 'priority', 'assignee', 'requester', 'room', 'category', 'tag'] as const;
export type ListName = (typeof listNames)[number];

const isSort = (value: string | null): value is Sort => sorts.some((sort) => sort === value);

export function filtersOf(search: Pick<URLSearchParams, 'get'>): Filters {
  const list = (name: ListName) => (search.get(name) ?? '').split(',').filter(Boolean);
  const sort = search.get('sort');
  return {
    status: statuses.filter((status) => list('status').includes(status)),
    priority: priorities.filter((priority) => list('priority').includes(priority)),
    assignee: list('assignee'),
    requester: list('requester'),
    room: list('room'),
    category: list('category'),
    tag: list('tag'),
    q: search.get('q')?.trim() ?? '',
    sort: isSort(sort) ? sort : DEFAULT_SORT,
  };
}

/** The filters as query parameters; what is empty or usual is left out. */
export function queryOf(filters: Filters): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of listNames) if (filters[name].length > 0) query[name] = filters[name].join(',');
  if (filters.q) query['q'] = filters.q;
  if (filters.sort !== DEFAULT_SORT) query['sort'] = filters.sort;
  return query;
}

export const hrefOf = (filters: Filters, path = '/queue'): string => {
  const search = new URLSearchParams(queryOf(filters)).toString().replaceAll('%2C', ',');
  return search ? `${path}?${search}` : path;
};

const wants = (list: readonly string[], value: string | null, me: string): boolean =>
  list.length === 0 ||
  list.some((wanted) => (wanted === 'me' ? me : wanted === 'none' ? null : wanted) === value);

const valueOf: Record<Exclude<ListName, 'tag'>, (row: TicketQueueRow) => string | null> = {
  status: (row) => row.status,
  priority: (row) => row.priority,
  assignee: (row) => row.assigneeId,
  requester: (row) => row.requesterId,
  room: (row) => row.roomId,
  category: (row) => row.categoryId,
};

/**
 * Does a line belong in the list? Words are only found by the server: with a text filter, a line that is
 * not in the list already is taken not to belong.
 */
export function matches(row: TicketQueueRow, filters: Filters, me: string, listed: boolean): boolean {
  if (filters.q !== '' && !listed) return false;
  return listNames.every((name) =>
    name === 'tag'
      ? filters.tag.length === 0 || filters.tag.some((tag) => row.tags.includes(tag))
      : wants(filters[name], valueOf[name](row), me),
  );
}

const rank: Record<Priority, number> = { low: 0, normal: 1, high: 2, urgent: 3 };

const keys: Record<string, (row: TicketQueueRow) => string | number> = {
  updatedAt: (row) => row.updatedAt,
  openedAt: (row) => row.openedAt,
  number: (row) => row.number,
  priority: (row) => rank[row.priority],
};

/** Orders two lines as the server does; what is equal by the highest number first. */
export function compare(a: TicketQueueRow, b: TicketQueueRow, sort: Sort): number {
  const descending = sort.startsWith('-');
  const key = keys[sort.replace('-', '')];
  const [x, y] = [key?.(a) ?? 0, key?.(b) ?? 0];
  if (x === y) return b.number - a.number;
  return x < y === descending ? 1 : -1;
}

/** How `me` sees the lines of a queue. */
export const orderOf = (filters: Filters, me: string): Order<TicketQueueRow> => ({
  keyOf: ({ ticketId }) => ticketId,
  belongs: (row, listed) => matches(row, filters, me, listed),
  compare: (a, b) => compare(a, b, filters.sort),
});
