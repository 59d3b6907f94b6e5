import { ticketStatus } from '#domain/ticket/words.ts';
import { after, pageOf, type KeysetPage } from '#projections/keyset.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { NOW, personally, ticketConditions, type TicketFilters } from './filters.ts';
import { orderNow } from './order.ts';

const LIMIT = 50;
const MOST_BRANCHES = 24;

/**
 * An index has its lines in order only within one status (of an assignee, of a category). So a list of several, or of
 * all, is put together from the first lines of each: some fifty entries of an index each, however many tickets there are.
 */
function branchesOf(filters: TicketFilters, all: boolean): readonly TicketFilters[] {
  const { requester, room, tag, q, sort } = filters;
  const narrower = [requester, room, tag, q].some((one) => one !== undefined);
  if (narrower || !all || sort === 'number' || sort === '-number') return [filters];
  const statuses = new Set(filters.status ?? ticketStatus.options);
  const parts = partsOf(filters);
  if (statuses.size * parts.length > MOST_BRANCHES) return [filters];
  return [...statuses].flatMap((status) => parts.map((part) => ({ ...filters, ...part, status: [status] })));
}

function partsOf({ assignee, category }: TicketFilters): readonly Partial<TicketFilters>[] {
  if (assignee) return [...new Set(assignee)].map((one) => ({ assignee: [one] }));
  if (category) return [...new Set(category)].map((one) => ({ category: [one] }));
  return [{}];
}

/** `all`: the viewer reads all tickets. Throws {@link BadCursor}. */
export function ticketPageOf(
  read: ReadDatabase,
  viewer: Viewer,
  { all, ...asked }: TicketFilters & { readonly all: boolean },
): KeysetPage {
  const filters = personally(viewer, asked);
  const order = orderNow(filters.sort);
  return pageOf(read, {
    table: 'ticket_queue',
    order,
    limit: filters.limit ?? LIMIT,
    branches: branchesOf(filters, all).map((branch) =>
      after(ticketConditions(read, viewer, branch, NOW), order, branch.cursor),
    ),
  });
}
