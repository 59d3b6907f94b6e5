import type { TicketCountRow } from '#lib/contract.ts';
import { ACTIVE, filtersOf, type Filters } from './filters.ts';

export const viewNames = ['unassigned', 'mine', 'open', 'pending', 'resolved', 'everything'] as const;
export type ViewName = (typeof viewNames)[number];

const empty = filtersOf(new URLSearchParams());

export const views: Record<ViewName, Filters> = {
  unassigned: { ...empty, status: ACTIVE, assignee: ['none'] },
  mine: { ...empty, status: ACTIVE, assignee: ['me'] },
  open: { ...empty, status: ACTIVE },
  pending: { ...empty, status: ['Pending'] },
  resolved: { ...empty, status: ['Resolved'] },
  everything: empty,
};

const counted = ['status', 'priority', 'assignee'];

/** How many tickets a view has; undefined where the counters do not tell. */
export function countOf(filters: Filters, counts: readonly TicketCountRow[], me: string): number | undefined {
  const { requester, room, category, tag, q } = filters;
  if ([...requester, ...room, ...category, ...tag, q].some(Boolean)) return undefined;
  const assignees = filters.assignee.map((id) => (id === 'me' ? me : id === 'none' ? null : id));
  const fits = (row: TicketCountRow) =>
    (filters.status.length === 0 || filters.status.includes(row.status)) &&
    (filters.priority.length === 0 || filters.priority.includes(row.priority)) &&
    (assignees.length === 0 || assignees.includes(row.assigneeId));
  return counts.filter(fits).reduce((sum, row) => sum + row.count, 0);
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

/** Are two sets of filters the same view, whatever their order? */
export const sameView = (a: Filters, b: Filters): boolean =>
  [...counted, 'requester', 'room', 'category', 'tag'].every((name) =>
    sameList(a[name as 'status'], b[name as 'status']),
  ) && a.q === b.q;

export const viewOf = (filters: Filters): ViewName | undefined =>
  viewNames.find((name) => sameView(views[name], filters));
