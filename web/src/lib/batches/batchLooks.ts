import type { BatchRow } from '#lib/contract.ts';
import type { Look } from '#lib/ui/looks.ts';

export const batchLooks: Record<BatchRow['status'], Look> = {
  Running: { ink: 'text-info', wash: 'bg-info-wash', shape: 'M7 4.4a2.6 2.6 0 0 1 0 5.2z', solid: true },
  Stopped: { ink: 'text-warning', wash: 'bg-warning-wash', shape: 'M5.6 5v4M8.4 5v4' },
  Finished: { ink: 'text-success', wash: 'bg-success-wash', shape: 'm4.5 7.2 1.7 1.6 3.3-3.6' },
  TakenBack: { ink: 'text-violet', wash: 'bg-violet-wash', shape: 'M9.4 7H4.6M6.4 5.2 4.6 7l1.8 1.8' },
};
