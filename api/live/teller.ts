import { withNaming } from './naming.ts';
import { tellPage, type Page } from './pages.ts';
import type { LiveReads, LiveServer, Touched } from './server.ts';
import { stocktakePage, tellDecisions, tellStocktakes } from './stocktakes.ts';
import { tellBorrowers, thingPage } from './things.ts';
import { withSurvivors } from './survivors.ts';
import { tellMine, ticketPage } from './tickets.ts';

export interface Teller {
  /** Tells the sockets of this process what has become of records that they watch. */
  readonly tell: (touched: readonly Touched[], position: string) => Promise<void>;
}

export function createTeller(io: LiveServer, reads: LiveReads): Teller {
  const pages: Readonly<Record<Touched['kind'], Page>> = {
    ticket: ticketPage(reads),
    thing: thingPage(reads),
    stocktake: stocktakePage(reads),
  };
  return {
    tell: async (touched, position) => {
      const shown = await withNaming(io, reads, await withSurvivors(reads, touched));
      for (const one of shown) await tellPage(io, pages[one.kind], one, position);
      const of = (kind: Touched['kind']) => touched.filter((one) => one.kind === kind);
      await tellMine(io, reads, of('ticket'), position);
      await tellBorrowers(io, reads, of('thing'), position);
      await tellStocktakes(io, reads, of('stocktake'));
      await tellDecisions(io, reads, of('thing'));
    },
  };
}
