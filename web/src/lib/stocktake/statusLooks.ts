import type { StocktakeRow } from '#lib/contract.ts';
import type { Look } from '#lib/ui/looks.ts';

export const stocktakeLooks: Record<StocktakeRow['status'], Look> = {
  Running: {
    ink: 'text-teal',
    wash: 'bg-teal-wash',
    shape: 'M7 4.4a2.6 2.6 0 0 1 0 5.2z',
    solid: true,
  },
  Finished: {
    ink: 'text-success',
    wash: 'bg-success-wash',
    shape: 'm4.5 7.2 1.7 1.6 3.3-3.6',
    filled: true,
  },
  Cancelled: { ink: 'text-faint', wash: 'bg-sunken', shape: 'M4.5 7h5' },
};
