import { priority } from '#domain/ticket/words.ts';
import { id, instant, integer, text, word } from '#projections/columns.ts';
import type { Projection } from '#projections/projection.ts';
import type { TicketQueueRow } from './row.ts';

/** What the queue is filtered and sorted by. */
export const columns: Projection<TicketQueueRow>['columns'] = {
  number: integer((row) => row.number),
  status: word((row) => row.status),
  priority: integer((row) => priority.options.indexOf(row.priority)),
  urgency: word((row) => row.urgency),
  requester_id: id((row) => row.requesterId),
  assignee_id: id((row) => row.assigneeId),
  room_id: id((row) => row.roomId),
  category_id: id((row) => row.categoryId),
  tags: text((row) => (row.tags.length > 0 ? JSON.stringify(row.tags) : null)),
  merged_into: id((row) => row.merged?.into ?? null),
  opened_at: instant((row) => row.openedAt),
  updated_at: instant((row) => row.updatedAt),
  due_at: instant((row) => row.pendingUntil ?? row.resolvedAt),
};
