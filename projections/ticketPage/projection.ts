import { shown } from '#domain/personal.ts';
import { projection, type Folds, type RecordedOf } from '#projections/projection.ts';
import { onRow } from '#projections/stamp.ts';
import { ticketAudience } from '#projections/ticketAudience/derived.ts';
import { ticketEquipment } from '#projections/ticketEquipment/derived.ts';
import { textShown } from '#projections/words.ts';
import { listFolds } from './lists.ts';
import type { TicketFactsRow } from './row.ts';

type Row = TicketFactsRow;

const opened = (_: Row | null, event: RecordedOf<'TicketOpened'>): Row => {
  const { requesterId, description, fields, equipmentIds } = event.data;
  return {
    ticketId: event.entityId,
    requesterId,
    description: textShown(description),
    fields,
    pendingReason: null,
    resolution: null,
    reason: null,
    closedAt: null,
    endedAt: null,
    watchers: event.by && event.by !== requesterId ? [event.by] : [],
    equipmentIds,
    related: [],
    relatedBy: [],
    images: [],
    checklist: [],
    minutesWorked: 0,
    rating: null,
    merged: false,
  };
};

/** A ticket that is worked again keeps nothing of how it ended before. */
const ENDED_NOT = {
  pendingReason: null,
  resolution: null,
  reason: null,
  closedAt: null,
  endedAt: null,
  rating: null,
} as const;

/** Nothing but an unmerge changes the status of a merged ticket. */
const unlessMerged = <E>(fold: (row: Row, event: E) => Row) =>
  onRow<Row, E>((row, event) => (row.merged ? row : fold(row, event)));

const statusFolds: Folds<Row> = {
  TicketPutOnHold: unlessMerged((row, { data }) => ({ ...row, ...ENDED_NOT, pendingReason: data.reason })),
  TicketResumed: unlessMerged((row) => ({ ...row, ...ENDED_NOT })),
  TicketResolved: unlessMerged((row, { data, at }) => ({
    ...row,
    ...ENDED_NOT,
    resolution: data.resolution,
    endedAt: at,
  })),
  TicketClosed: unlessMerged((row, { at }) =>
    row.resolution === null || row.closedAt !== null ? row : { ...row, closedAt: at, endedAt: at },
  ),
  TicketReopened: unlessMerged((row, { data }) => ({ ...row, ...ENDED_NOT, reason: data.reason })),
  TicketRejected: unlessMerged((row, { data, at }) => ({
    ...row,
    ...ENDED_NOT,
    reason: data.reason,
    endedAt: at,
  })),
  TicketCancelled: unlessMerged((row, { data, at }) => ({
    ...row,
    ...ENDED_NOT,
    reason: data.reason || null,
    endedAt: at,
  })),
  TicketMerged: onRow((row) => ({ ...row, merged: true })),
  TicketUnmerged: onRow((row) => ({ ...row, merged: false })),
  SatisfactionRated: unlessMerged((row, { data }) => ({
    ...row,
    rating: { score: data.score, comment: shown(data.comment, '') },
  })),
};

const keysOf = (event: RecordedOf<'TicketsRelated' | 'TicketsUnrelated'>): string[] =>
  event.data.ticketId === event.entityId ? [event.entityId] : [event.entityId, event.data.ticketId];

export const ticketPage = projection<Row>({
  name: 'ticket_page',
  version: 3,
  keys: (event) =>
    event.type === 'TicketsRelated' || event.type === 'TicketsUnrelated' ? keysOf(event) : event.entityId,
  columns: {},
  indexes: [],
  derived: [ticketAudience, ticketEquipment],
  on: {
    TicketOpened: opened,
    TicketDescribed: onRow((row, { data }) => ({ ...row, description: textShown(data.description) })),
    TicketCategorised: onRow((row, { data }) => ({ ...row, fields: data.fields })),
    WorkLogged: onRow((row, { data }) => ({ ...row, minutesWorked: row.minutesWorked + data.minutes })),
    ...statusFolds,
    ...listFolds,
  },
});
