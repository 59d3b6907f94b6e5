import type { BatchAction } from '#domain/batch/events.ts';

export interface BatchRow {
  readonly batchId: string;
  readonly action: BatchAction;
  readonly title: string;
  readonly status: 'Running' | 'Stopped' | 'Finished' | 'TakenBack';
  readonly size: number;
  readonly done: number;
  readonly failed: number;
  readonly startedById: string | null;
  readonly startedByName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly takenBackAt: string | null;
  /** How many stayed as they are when it was taken back, as somebody had changed them since. */
  readonly kept: number | null;
  readonly revision: string;
  readonly position: string;
}
