import { z } from 'zod';
import type * as rows from '#api/contract/rows.ts';
import { visibility } from '#domain/ticket/words.ts';
import { called, ticketQueueRow, type ForAll } from './tickets.ts';
import { id, instant, optionalId, version } from './words.ts';

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();
export const change = z.strictObject({ field: z.string(), from: value, to: value }).meta({ id: 'Change' });

export const entry = {
  eventId: id,
  ...version,
  type: z.string(),
  changes: z.array(change),
  actorId: optionalId,
  actorName: z.string(),
  actorRole: z.string(),
  command: z.string(),
  commandId: id,
  correlationId: z.string(),
  causationId: z.string().nullable(),
  occurredAt: instant,
  recordedAt: instant,
};

export const ticketHistoryRow = z
  .strictObject({
    ...entry,
    ticketId: id,
    other: called
      .nullable()
      .describe(
        'The ticket whose own event it is, where it only touched this one; `revision` is then the one that this one had.',
      ),
    visibility,
    validFrom: instant,
    validTo: instant.nullable(),
    state: ticketQueueRow,
  })
  .meta({ id: 'TicketHistoryRow' });
ticketHistoryRow satisfies z.ZodType<
  Omit<rows.TicketHistoryRow, 'state'> & { readonly state: ForAll<rows.TicketQueueRow> }
>;

export const recordHistoryRow = z
  .strictObject({
    ...entry,
    kind: z.enum(['room', 'category', 'user', 'stocktake', 'batch', 'settings']),
    recordId: id,
  })
  .meta({ id: 'RecordHistoryRow' });
recordHistoryRow satisfies z.ZodType<rows.RecordHistoryRow>;
