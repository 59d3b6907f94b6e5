import type { Visibility } from '#domain/ticket/words.ts';

/** One thing said on a ticket. Titles are kept as rows too, so that one full-text index finds everything. */
export interface TicketConversationRow {
  /** The event that said it. */
  readonly eventId: string;
  readonly ticketId: string;
  readonly kind:
    | 'title'
    | 'description'
    | 'comment'
    | 'work'
    | 'resolution'
    /** Why it was put on hold, reopened, rejected or cancelled. */
    | 'hold'
    | 'reopening'
    | 'rejection'
    | 'cancellation';
  readonly commentId: string | null;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly visibility: Visibility;
  /** Empty once redacted. */
  readonly body: string;
  readonly redacted: { readonly reason: string; readonly byName: string; readonly at: string } | null;
  readonly minutes: number | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly position: string;
}
