import type { CommandName } from '#domain/permissions.ts';
import type { BatchRow } from '#projections/batches/row.ts';
import type { BulkDone } from './answers.ts';

export { isLasting } from '#domain/batch/rules.ts';
export type { BatchRow } from '#projections/batches/row.ts';

/** What can be done to many things at once. */
export type EquipmentBatchAction = 'moveEquipment' | 'checkInEquipment' | 'printLabels' | 'retireEquipment';

/** `input` is that of the command for each: `{roomId}`, `{roomId, condition?, note?}`, `{}`, `{reason}`. */
export interface BatchRequest {
  readonly action: EquipmentBatchAction;
  /** 1 to 2,000. */
  readonly ids: readonly string[];
  readonly input?: Readonly<Record<string, unknown>>;
  readonly title?: string;
}

export interface BatchDone extends BulkDone {
  readonly batchId: string;
  /** Null: it does not show in the tables yet. */
  readonly batch: BatchRow | null;
}

export interface TakingBack {
  readonly total: number;
  readonly done: number;
  /** Changed since, so that it stays as it is. */
  readonly kept: number;
  /** Something stands in the way for now: the batch is not over, and can be taken back once more. */
  readonly left: number;
}

export interface BatchAnswer {
  readonly batch: BatchRow;
  /** The ids of what it changed. */
  readonly changes: readonly string[];
  readonly may: readonly CommandName[];
  /** While it is being taken back. */
  readonly takingBack: TakingBack | null;
  readonly position: string;
}

/** 200: all of it was tried; 202: it goes on, and `GET /api/batches/:id` tells how far it is. */
export interface TakenBack extends BulkDone {
  readonly batchId: string;
  readonly takingBack: TakingBack;
}
