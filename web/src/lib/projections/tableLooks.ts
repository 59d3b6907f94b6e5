import type { Look } from '#lib/ui/looks.ts';
import type { TableState } from './tableLines.ts';

export const tableLooks: Record<TableState, Look> = {
  active: { ink: 'text-success', wash: 'bg-success-wash', shape: 'm4.5 7.2 1.7 1.6 3.3-3.6' },
  behind: { ink: 'text-warning', wash: 'bg-warning-wash', shape: 'M7 4.4V7l1.8 1.2' },
  building: { ink: 'text-info', wash: 'bg-info-wash', shape: 'M7 4.4a2.6 2.6 0 0 1 0 5.2z', solid: true },
  waiting: { ink: 'text-soft', wash: 'bg-sunken', shape: 'M5.6 5v4M8.4 5v4', dashed: true },
  faulted: { ink: 'text-danger', wash: 'bg-danger-wash', shape: 'M7 4.2v3.4M7 9.6v.01', filled: true },
};
