import type { BatchId } from '../ids.ts';
import type { Standing } from './equipment.ts';
import type { Details } from './events.ts';
import type { Condition } from './words.ts';

/** What a batch can bring back; null: it did not change that. */
export interface Before {
  readonly stood: {
    readonly standing: Standing;
    readonly condition: Condition;
    readonly labelledAt: string | null;
  } | null;
  readonly details: Details | null;
}

/**
 * What a batch did to a thing, and how that was before (null: the batch registered it). Anything else that happens to
 * the same makes an end of it; where the batch registered it, any other change does.
 */
export interface Undoable {
  readonly batchId: BatchId;
  readonly before: Before | null;
}
