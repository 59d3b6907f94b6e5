import { Gauge, type Registry } from 'prom-client';
import { lagOf } from '#projections/lag.ts';
import type { Projector } from '#projections/run.ts';

export interface Watched {
  readonly projector: Pick<Projector, 'position' | 'status'>;
  /** The position of the last event of a record in the journal. */
  readonly end: () => Promise<bigint>;
  readonly sockets: () => number;
}

/** Where the tables stand, asked anew each time; what the journal or the database does not tell is left out. */
export function watchTables(registers: Registry[], { projector, end, sockets }: Watched): void {
  new Gauge({
    name: 'daybook_position',
    help: 'Journal position that all tables stand at',
    registers,
    collect() {
      this.set(Number(projector.position()));
    },
  });
  new Gauge({
    name: 'daybook_sockets',
    help: 'Open sockets of this process',
    registers,
    collect() {
      this.set(sockets());
    },
  });
  new Gauge({
    name: 'daybook_lag',
    help: 'Positions that the table furthest behind is from the end of the journal',
    registers,
    async collect() {
      const lag = await Promise.all([projector.status(), end()]).then(
        ([known, last]) => lagOf(known, last),
        () => Number.NaN,
      );
      this.set(lag);
    },
  });
  new Gauge({
    name: 'daybook_projection_faulted',
    help: '1 where a projection has stopped at a fault',
    labelNames: ['projection'],
    registers,
    async collect() {
      // The other figures are wanted most while the database is away.
      const known = await projector.status().catch(() => []);
      for (const { name, fault } of known) this.set({ projection: name }, fault ? 1 : 0);
    },
  });
}
