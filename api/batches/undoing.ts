import type { Runner } from '#commands/run.ts';
import type { BatchAction } from '#domain/batch/events.ts';
import { category } from '#domain/category/category.ts';
import { room } from '#domain/room/room.ts';
import { user } from '#domain/user/user.ts';
import type { BatchedName } from './giving.ts';

type Stand = 'new' | 'undone' | 'changed';

export interface Undoing {
  readonly command: BatchedName;
  readonly input: (batchId: string) => object;
  /** How a record stands that the batch made; the command tells it by itself where there is none. */
  readonly stand?: (runner: Runner, id: string) => Promise<Stand>;
}

const standOf = (revision: bigint | 'no stream', isUndone: boolean): Stand => {
  if (isUndone) return 'undone';
  return revision === 0n ? 'new' : 'changed';
};

const none = () => ({});
const equipment: Undoing = { command: 'takeBackBatchChange', input: (batchId) => ({ batchId }) };

/** What takes back the changes of each kind of batch. */
export const UNDOING: Readonly<Record<BatchAction, Undoing>> = {
  moveEquipment: equipment,
  checkInEquipment: equipment,
  printLabels: equipment,
  retireEquipment: equipment,
  importEquipment: equipment,
  importUsers: {
    command: 'deactivateUser',
    input: none,
    stand: async (runner, id) => {
      const { state, revision } = await runner.load({ aggregate: user, id });
      return standOf(revision, state.status === 'Deactivated');
    },
  },
  importRooms: {
    command: 'closeRoom',
    input: none,
    stand: async (runner, id) => {
      const { state, revision } = await runner.load({ aggregate: room, id });
      return standOf(revision, state.status === 'Closed');
    },
  },
  importCategories: {
    command: 'archiveCategory',
    input: none,
    stand: async (runner, id) => {
      const { state, revision } = await runner.load({ aggregate: category, id });
      return standOf(revision, state.status === 'Archived');
    },
  },
};
