import type { Acceptance } from '#lib/contract.ts';
import type { Look } from '#lib/ui/looks.ts';

export const acceptanceLooks: Record<Acceptance, Look> = {
  notAsked: {
    ink: 'text-info',
    wash: 'bg-info-wash',
    shape: 'M4.6 7h4.8M7.6 5.2 9.4 7 7.6 8.8',
    square: true,
  },
  awaiting: { ink: 'text-warning', wash: 'bg-warning-wash', shape: 'M7 4.4v3M7 9.6v.01', dashed: true },
  accepted: { ink: 'text-success', wash: 'bg-success-wash', shape: 'm4.5 7.2 1.7 1.6 3.3-3.6' },
};
