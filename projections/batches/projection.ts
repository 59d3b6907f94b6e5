import { batchEvents } from '#domain/batch/events.ts';
import { id, instant, word } from '#projections/columns.ts';
import { changing, projection, type Folds } from '#projections/projection.ts';
import { recordHistory } from '#projections/recordHistory/derived.ts';
import { onRow, stamp, stamped, typesOf } from '#projections/stamp.ts';
import { DESK_NAME, ERASED_USER, nameShown } from '#projections/words.ts';
import type { BatchRow } from './row.ts';

export type BatchLine = BatchRow & { readonly updatedAt: string };

const folds: Folds<BatchLine> = {
  BatchStarted: (_, event, { look }) => ({
    batchId: event.entityId,
    ...event.data,
    status: 'Running',
    done: 0,
    failed: 0,
    startedById: event.by,
    startedByName: look.user(event.by) ?? DESK_NAME,
    startedAt: event.at,
    endedAt: null,
    takenBackAt: null,
    kept: null,
    ...stamp(null, event),
  }),
  BatchStopped: onRow((row, { data, at }) => ({ ...row, status: 'Stopped', ...data, endedAt: at })),
  BatchTakenUp: onRow((row) => ({ ...row, status: 'Running', endedAt: null })),
  BatchFinished: onRow((row, { data, at }) => ({ ...row, status: 'Finished', ...data, endedAt: at })),
  BatchTakenBack: onRow((row, { at, data }) => ({
    ...row,
    status: 'TakenBack',
    takenBackAt: at,
    kept: data.failed,
  })),
};

const renamed = (userId: string, startedByName: string) => [
  changing<BatchLine>('started_by', userId, { startedByName }),
];

export const batches = projection<BatchLine>({
  name: 'batches',
  version: 3,
  columns: {
    status: word((row) => row.status),
    action: word((row) => row.action),
    started_by: id((row) => row.startedById),
    started_at: instant((row) => row.startedAt),
  },
  indexes: [['started_at'], ['started_by']],
  derived: [recordHistory('batches')],
  on: stamped<BatchLine>(typesOf(batchEvents), folds),
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => renamed(entityId, nameShown(data.name)),
    UserErased: ({ entityId }) => renamed(entityId, ERASED_USER),
  },
});
