import type { TicketStatus } from '#lib/contract.ts';
import type { Look } from './looks.ts';

/** Each status has a shape of its own, so that none is known by its colour alone. */
export const statusLooks: Record<TicketStatus, Look> = {
  New: { ink: 'text-info', wash: 'bg-info-wash', shape: '', dashed: true },
  Open: {
    ink: 'text-teal',
    wash: 'bg-teal-wash',
    shape: 'M7 4.4a2.6 2.6 0 0 1 0 5.2z',
    solid: true,
  },
  Pending: { ink: 'text-warning', wash: 'bg-warning-wash', shape: 'M5.6 5v4M8.4 5v4' },
  Resolved: { ink: 'text-success', wash: 'bg-success-wash', shape: 'm4.5 7.2 1.7 1.6 3.3-3.6' },
  Closed: { ink: 'text-faint', wash: 'bg-sunken', shape: 'm4.5 7.2 1.7 1.6 3.3-3.6', filled: true },
  Rejected: { ink: 'text-danger', wash: 'bg-danger-wash', shape: 'm5 5 4 4M9 5 5 9' },
  Cancelled: { ink: 'text-faint', wash: 'bg-sunken', shape: 'M4.5 7h5' },
  Merged: { ink: 'text-violet', wash: 'bg-violet-wash', shape: 'M4.6 7h4.8M7.6 5.2 9.4 7 7.6 8.8' },
};
