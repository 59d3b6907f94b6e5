import { z } from 'zod';
import { ask, signIn, startBusyDesk, TICKETS } from './desk.ts';
import { figure, type Benchmark } from './figure.ts';
import { signIns } from '#cli/demo/people.ts';
import { eventsIn, seededJournal } from './seed.ts';

const page = z.object({ items: z.array(z.object({ number: z.number() })) });

/** All tables from a journal of 600,000 events, on MariaDB, by a start on an empty database. */
export const rebuildBenchmark: Benchmark = {
  name: 'rebuild',
  async measure() {
    const events = eventsIn(await seededJournal(TICKETS));
    const { product, stop } = await startBusyDesk({ fresh: true });
    try {
      const token = await signIn(product.origin, signIns[0]);
      const newest = await ask(`${product.origin}/api/tickets?sort=-number&limit=1`, token, page);
      if (newest.items[0]?.number !== TICKETS) throw new Error('the tables do not hold all tickets');
      return [
        figure('rebuild.events', events, 'events'),
        figure('rebuild.rate', (events * 1_000) / product.readyAfter, 'events/s'),
        figure('rebuild.peak', product.peakMemory() / 1024 ** 2, 'MB'),
      ];
    } finally {
      await stop();
    }
  },
};
