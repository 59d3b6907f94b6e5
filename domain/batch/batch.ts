import type { Aggregate, Happened } from '../event.ts';
import type { UserId } from '../ids.ts';
import type { BatchAction, BatchEvent } from './events.ts';

export interface StartedBatch {
  readonly status: 'Running' | 'Stopped' | 'Finished' | 'TakenBack';
  readonly action: BatchAction;
  readonly size: number;
  readonly title: string;
  readonly startedBy: UserId | null;
  readonly done: number;
  readonly failed: number;
}
export type Batch = { readonly status: 'Unstarted' } | StartedBatch;

function evolve(state: Batch, event: Happened<BatchEvent>): Batch {
  if (state.status === 'Unstarted')
    return event.type === 'BatchStarted'
      ? { status: 'Running', ...event.data, startedBy: event.by, done: 0, failed: 0 }
      : state;
  switch (event.type) {
    case 'BatchStarted':
      return state;
    case 'BatchStopped':
      return { ...state, status: 'Stopped', ...event.data };
    case 'BatchTakenUp':
      return { ...state, status: 'Running' };
    case 'BatchFinished':
      return { ...state, status: 'Finished', ...event.data };
    case 'BatchTakenBack':
      return { ...state, status: 'TakenBack' };
    default:
      return event satisfies never;
  }
}

export const batch: Aggregate<Batch, BatchEvent> = {
  category: 'batch',
  initial: { status: 'Unstarted' },
  evolve,
};
