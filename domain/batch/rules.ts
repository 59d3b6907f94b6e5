import type { CommandName } from '../permissions.ts';
import type { Batch, StartedBatch } from './batch.ts';
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
