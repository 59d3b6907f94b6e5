import type { Stage } from '#lib/contract.ts';
import type { Look } from '#lib/ui/looks.ts';

/** Stages that a thing can be found at, in the order of its life. */
export const stages = ['InStock', 'CheckedOut', 'InRepair', 'Missing', 'Retired', 'Disposed'] as const;

/** What somebody still has or looks for. */
export const IN_USE: readonly Stage[] = ['InStock', 'CheckedOut', 'InRepair', 'Missing'];

/** Stages in which it can be lent to somebody. */
export const LENT: readonly Stage[] = ['CheckedOut', 'InRepair', 'Missing'];

/** It is not a thing of the house any more. */
export const isGone = (stage: Stage): boolean => stage === 'Disposed' || stage === 'Withdrawn';

export const stageLooks: Record<Stage, Look> = {
  InStock: { ink: 'text-success', wash: 'bg-success-wash', shape: 'm4.5 7.2 1.7 1.6 3.3-3.6', square: true },
  CheckedOut: {
    ink: 'text-info',
    wash: 'bg-info-wash',
    shape: 'M4.6 7h4.8M7.6 5.2 9.4 7 7.6 8.8',
    square: true,
  },
  InRepair: { ink: 'text-warning', wash: 'bg-warning-wash', shape: 'M5 9l4-4M5 5.4 8.6 9', square: true },
  Missing: {
    ink: 'text-danger',
    wash: 'bg-danger-wash',
    shape: 'M7 4.2v3.2M7 9.7v.01',
    square: true,
    dashed: true,
  },
  Retired: { ink: 'text-violet', wash: 'bg-violet-wash', shape: 'M5.6 5v4M8.4 5v4', square: true },
  Disposed: { ink: 'text-faint', wash: 'bg-sunken', shape: 'm5 5 4 4M9 5 5 9', square: true, filled: true },
  Withdrawn: { ink: 'text-faint', wash: 'bg-sunken', shape: 'M4.5 7h5', square: true, dashed: true },
};
