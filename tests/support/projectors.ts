import { afterEach } from 'vitest';
import { projections } from '#projections/all.ts';
import { untyped, type Projection } from '#projections/projection.ts';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { ticketQueue } from '#projections/ticketQueue/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { KIM } from './people.ts';
import { projecting, type Projecting } from './projecting.ts';

/** Starts projectors as {@link projecting} does, which stop with the test. */
export function projectors(): typeof projecting {
  const open: Projecting[] = [];
  afterEach(async () => {
    for (const desk of open.splice(0)) await desk.stop();
  });
  return async (...given) => {
    const desk = await projecting(...given);
    open.push(desk);
    return desk;
  };
}

/** The queue with other folds, in place of the one that is used. */
export const withQueue = (other: Partial<Projection<TicketQueueRow>>): Projection[] =>
  projections.map((one) => (one.name === 'ticket_queue' ? untyped({ ...ticketQueue, ...other }) : one));

/** The titles of the queue as a technician sees it, in the order of the reports. */
export const titles = async ({ read }: Pick<Projecting, 'read'>): Promise<string[]> =>
  (await listTickets(read, { userId: KIM, role: 'technician' }, { sort: 'number' })).items.map(
    ({ title }) => title,
  );
