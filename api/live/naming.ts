import { isAnybodyIn } from './pages.ts';
import { thingRoom, ticketRoom } from './screens.ts';
import type { LiveReads, LiveServer, Touched } from './server.ts';
import { shownElsewhere } from './touched.ts';

const recordOf = ({ kind, id }: Pick<Touched, 'kind' | 'id'>): string => `${kind} ${id}`;

/** The records with those whose pages tell a ticket that is called otherwise now; asked only where one is open. */
export async function withNaming(
  io: LiveServer,
  reads: Pick<LiveReads, 'naming'>,
  touched: readonly Touched[],
): Promise<readonly Touched[]> {
  const anew = touched.filter(({ calledAnew }) => calledAnew);
  const isAnyOpen = [ticketRoom(''), thingRoom('')].some((prefix) => isAnybodyIn(io, prefix));
  if (anew.length === 0 || !isAnyOpen) return touched;
  const told = new Set(touched.map(recordOf));
  const naming = await reads.naming(anew.map(({ id }) => id));
  const others = naming.filter((one) => !told.has(recordOf(one)));
  return [...touched, ...others.map(({ kind, id }) => shownElsewhere(kind, id))];
}
