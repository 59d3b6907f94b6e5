import type { BatchChange } from '#api/reads/batches.ts';
import type { Runner } from '#commands/run.ts';
import type { BatchAction } from '#domain/batch/events.ts';
import { category } from '#domain/category/category.ts';
import type { Aggregate } from '#domain/event.ts';
import { room } from '#domain/room/room.ts';
import { user } from '#domain/user/user.ts';
import type { BatchedName } from './giving.ts';

export type ChangesOf = (batchId: string, action: BatchAction) => Promise<readonly BatchChange[]>;

type Stand = 'new' | 'undone' | 'changed';

export interface Undoing {
  readonly command: BatchedName;
  readonly input: (batchId: string) => object;
  /** How a record stands that the batch made; the command tells it by itself where there is none. */
  readonly stand?: (runner: Runner, change: BatchChange) => Promise<Stand>;
}

/** How a record stands that was brought so far, by a state in which nothing is left to be undone. */
function standing<S extends { readonly status: string }>(
  aggregate: Aggregate<S, never>,
  undone: S['status'],
) {
  return async (runner: Runner, { id, revision: brought }: BatchChange): Promise<Stand> => {
    const { state, revision } = await runner.load({ aggregate, id });
    if (state.status === undone) return 'undone';
    return revision === brought ? 'new' : 'changed';
  };
}

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
    stand: standing(user, 'Deactivated'),
  },
  importRooms: {
    command: 'closeRoom',
    input: none,
    stand: standing(room, 'Closed'),
  },
  importCategories: {
    command: 'archiveCategory',
    input: none,
    stand: standing(category, 'Archived'),
  },
};
