import type { TicketPageRow } from '#api/contract/rows.ts';
import type { TicketOutline } from '#domain/ticket/outline.ts';

/** What a page knows of what the domain decides by. */
export const outlineOfPage = ({
  status,
  requesterId,
  assigneeId,
  watchers,
  pendingUntil,
  endedAt,
  rating,
}: Pick<TicketPageRow, 'watchers' | 'rating' | Exclude<keyof TicketOutline, 'rated'>>): TicketOutline => ({
  status,
  requesterId,
  assigneeId,
  watchers: watchers.map(({ userId }) => userId),
  pendingUntil,
  endedAt,
  rated: rating !== null,
});
