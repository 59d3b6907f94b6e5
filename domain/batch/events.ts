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

const count = z.int().min(0);
/** The commands of a batch have its id as their correlation. */
export const batchEvents = {
  BatchStarted: kind(['record'], z.object({ action: batchAction, size: count, title: z.string().max(200) })),
  BatchStopped: kind(['status'], z.object({ done: count, failed: count })),
  BatchTakenUp: kind(['status'], z.object({})),
  BatchFinished: kind(['status'], z.object({ done: count, failed: count })),
  /** All that nobody has changed since is as it was before; the rest stands. */
  BatchTakenBack: kind(['status'], z.object({ done: count, failed: count })),
} as const;

export type BatchEvent = EventOf<typeof batchEvents>;
