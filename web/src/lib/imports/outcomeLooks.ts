import type { ImportOutcome } from '#lib/contract.ts';
import type { Look } from '#lib/ui/looks.ts';

export const outcomes: readonly ImportOutcome[] = ['create', 'update', 'same', 'fault'];

export const outcomeLooks: Record<ImportOutcome, Look> = {
  create: { ink: 'text-success', wash: 'bg-success-wash', shape: 'M7 4.6v4.8M4.6 7h4.8' },
  update: { ink: 'text-info', wash: 'bg-info-wash', shape: 'M7 9.4V4.6M5.2 6.4 7 4.6l1.8 1.8' },
  same: { ink: 'text-faint', wash: 'bg-sunken', shape: 'M4.6 6h4.8M4.6 8.2h4.8' },
  fault: { ink: 'text-danger', wash: 'bg-danger-wash', shape: 'M7 4.2v3.2M7 9.7v.01' },
};
