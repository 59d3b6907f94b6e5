import type { Look } from '#lib/ui/looks.ts';
import type { Signal } from '#lib/scan/signals.ts';
import type { ShownVerdict } from './judge.ts';

/** Each verdict has a shape and a sound of its own beside its colour and its word. */
export const verdictLooks: Record<ShownVerdict, Look & { readonly signal: Signal }> = {
  expected: {
    ink: 'text-success',
    wash: 'bg-success-wash',
    shape: 'm4.5 7.2 1.7 1.6 3.3-3.6',
    filled: true,
    signal: 'good',
  },
  elsewhere: {
    ink: 'text-warning',
    wash: 'bg-warning-wash',
    shape: 'M4.6 7h4.8M7.6 5.2 9.4 7 7.6 8.8',
    signal: 'attention',
  },
  unlisted: {
    ink: 'text-warning',
    wash: 'bg-warning-wash',
    shape: 'M7 4.4v3M7 9.6v.01',
    dashed: true,
    signal: 'attention',
  },
  unknown: { ink: 'text-danger', wash: 'bg-danger-wash', shape: 'm5 5 4 4M9 5 5 9', signal: 'bad' },
  again: { ink: 'text-info', wash: 'bg-info-wash', shape: 'M4.5 7h5', signal: 'again' },
};
