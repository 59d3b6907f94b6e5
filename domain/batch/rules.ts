import type { CommandName } from '../permissions.ts';
import type { Batch, StartedBatch } from './batch.ts';
import type { RefusalName } from '../rejection.ts';
import type { BatchAction } from './events.ts';

export const isStartedBatch = (batch: Batch): batch is StartedBatch => batch.status !== 'Unstarted';

/** The command that a batch gives for each of its records. */
export const commandOf = {
  moveEquipment: 'moveEquipment',
  checkInEquipment: 'checkIn',
  printLabels: 'recordLabel',
  retireEquipment: 'retireEquipment',
  importEquipment: 'registerEquipment',
  importUsers: 'registerUser',
  importRooms: 'openRoom',
  importCategories: 'createCategory',
} as const satisfies Record<BatchAction, CommandName>;

export const isImport = (action: BatchAction): boolean => action.startsWith('import');

const LASTING: ReadonlySet<RefusalName> = new Set(['ChangedSince', 'EquipmentGone']);

/** Is a change never to be taken back? Whatever else stands in the way may be gone when it is tried again. */
export const isLasting = (refusal: RefusalName | undefined): boolean =>
  refusal !== undefined && LASTING.has(refusal);
