import { z } from 'zod';
import { kind, type EventOf } from '../event.ts';

export const batchAction = z.enum([
  'moveEquipment',
  'checkInEquipment',
  'printLabels',
  'retireEquipment',
  'importEquipment',
  'importUsers',
  'importRooms',
  'importCategories',
]);
export type BatchAction = z.infer<typeof batchAction>;

export const count = z.int().min(0);
export const batchTitle = z.string().trim().max(200);
/** How many of its records are done, and for how many that was refused. */
export const outcome = z.object({ done: count, failed: count });
/** The commands of a batch have its id as their correlation. */
export const batchEvents = {
  BatchStarted: kind(['record'], z.object({ action: batchAction, size: count, title: batchTitle })),
  BatchStopped: kind(['status'], outcome),
  BatchTakenUp: kind(['status'], z.object({})),
  BatchFinished: kind(['status'], outcome),
  /** All that nobody has changed since is as it was before; the rest stands. */
  BatchTakenBack: kind(['status'], outcome),
} as const;

export type BatchEvent = EventOf<typeof batchEvents>;
