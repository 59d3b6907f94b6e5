import type { Aggregate } from '../event.ts';
import type { FieldValues } from '../category/fields.ts';
import type {
  CategoryId,
  ChecklistItemId,
  CommentId,
  EquipmentId,
  ImageId,
  RoomId,
  TicketId,
  UserId,
} from '../ids.ts';
import type { Erased } from '../personal.ts';
import type { TicketEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { ImageKind, Priority, Urgency, Visibility } from './words.ts';

export interface Comment {
  readonly authorId: UserId | null;
  readonly visibility: Visibility;
  readonly redacted: boolean;
}

/** What is known of every ticket, whatever its status. */
export interface TicketFacts {
  readonly number: number;
  readonly title: string;
  readonly description: string | Erased;
  readonly requesterId: UserId;
  readonly roomId: RoomId;
  readonly categoryId: CategoryId | null;
  readonly fields: FieldValues;
  readonly urgency: Urgency;
  readonly priority: Priority;
  readonly assigneeId: UserId | null;
  readonly tags: readonly string[];
  readonly watchers: readonly UserId[];
  readonly equipmentIds: readonly EquipmentId[];
  readonly related: readonly TicketId[];
  readonly comments: Readonly<Record<CommentId, Comment>>;
  readonly images: Readonly<Record<ImageId, { kind: ImageKind; by: UserId | null }>>;
  readonly checklist: Readonly<Record<ChecklistItemId, { text: string; ticked: boolean }>>;
  readonly minutesWorked: number;
}

export type ActiveTicket =
  | (TicketFacts & { readonly status: 'New' })
  | (TicketFacts & { readonly status: 'Open' })
  | (TicketFacts & { readonly status: 'Pending'; readonly reason: string; readonly until: string | null });

export type ResolvedTicket = TicketFacts & {
  readonly status: 'Resolved';
  readonly resolution: string;
  readonly resolvedAt: string;
  readonly rated: boolean;
};

export type EndedTicket =
  | (TicketFacts & {
      readonly status: 'Closed';
      readonly resolution: string;
      readonly resolvedAt: string;
      readonly closedAt: string;
      readonly rated: boolean;
    })
  | (TicketFacts & { readonly status: 'Rejected'; readonly reason: string; readonly endedAt: string })
  | (TicketFacts & { readonly status: 'Cancelled'; readonly endedAt: string });

export type UnmergedTicket = ActiveTicket | ResolvedTicket | EndedTicket;

export type MergedTicket = TicketFacts & {
  readonly status: 'Merged';
  readonly into: TicketId;
  /** What an unmerge brings back. */
  readonly before: UnmergedTicket;
};

export type OpenedTicket = UnmergedTicket | MergedTicket;
export type Ticket = { readonly status: 'Unopened' } | OpenedTicket;

export const ticket: Aggregate<Ticket, TicketEvent> = {
  category: 'ticket',
  initial: { status: 'Unopened' },
  evolve,
};
