import type { CommandName } from '#domain/permissions.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import type { TicketConversationRow } from '#projections/ticketConversation/row.ts';
import type { TicketCountRow } from '#projections/ticketCounts/row.ts';
import type { TicketPageRow } from '#projections/ticketPage/row.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import type { UserRow } from '#projections/users/row.ts';
import type { Problem } from './problem.ts';

/** A page of a list: `next` is the cursor of the page after it; the rows stand at least at `position`. */
export interface Listed<R> {
  readonly items: readonly R[];
  readonly next: string | null;
  readonly position: string;
}

/** A command was done; no events: all was so already. Positions and revisions are decimal strings. */
export interface Done {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly string[];
}

export interface TicketOpened extends Done {
  readonly number: number;
}

export interface BulkResult {
  readonly id: string;
  readonly ok: boolean;
  readonly revision?: string;
  readonly position?: string;
  readonly problem?: Problem;
}
export interface BulkDone {
  readonly results: readonly BulkResult[];
  /** The last position of all that was done; '0' where nothing was. */
  readonly position: string;
}

export interface TicketAnswer {
  readonly ticket: TicketPageRow;
  readonly conversation: readonly TicketConversationRow[];
  /** The commands that the viewer's role and relation allow; the status of the ticket may still refuse them. */
  readonly may: readonly CommandName[];
  readonly position: string;
}

export interface CountsAnswer {
  readonly counts: readonly TicketCountRow[];
  readonly position: string;
}

export interface ImageAttached extends Done {
  readonly imageId: string;
}

export interface SignedIn {
  /** A JWT of 15 minutes. */
  readonly accessToken: string;
  readonly user: UserRow;
}

export interface Me {
  readonly user: UserRow;
  readonly settings: {
    readonly registration: boolean;
    /** What the role may do on some record at least. */
    readonly mayDo: readonly CommandName[];
  };
}

export interface Holdings {
  readonly tickets: readonly TicketQueueRow[];
  /** What is lent to the person. */
  readonly equipment: readonly EquipmentRow[];
}

/** One generation of a projection's tables; one that is `building` will replace the active one. */
export interface ProjectionStatus {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly status: 'building' | 'active';
  readonly position: string;
  /** Where it stopped and why; null: it runs. */
  readonly fault: { readonly at: string; readonly message: string } | null;
}

export interface ProjectionsAnswer {
  readonly projections: readonly ProjectionStatus[];
  readonly position: string;
  /** The position of the last event of a record in the journal. */
  readonly end: string;
  /** How many positions the table that is furthest behind is from the end. */
  readonly lag: number;
  /** What this process has been asked to make anew and has not yet. */
  readonly asked: readonly string[];
}
