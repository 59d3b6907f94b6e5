import { z } from 'zod';
import { technicians } from '#cli/demo/people.ts';
import { ask, signIn, startBusyDesk } from './desk.ts';
import { figure, type Benchmark } from './figure.ts';
import { load, type Load } from './wrk.ts';

const SECONDS = 10;
const WARM_UP_SECONDS = 4;
const CLIENTS = 32;

const page = z.object({
  items: z.array(z.object({ ticketId: z.string() })),
  next: z.string().nullable(),
  position: z.string(),
});

/** The ids of all tickets that can be assigned, in pages as large as they come. */
async function openTickets(origin: string, token: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const url = `${origin}/api/tickets?status=New,Open,Pending&sort=number&limit=200${cursor}`;
    const { items, next } = await ask(url, token, page);
    ids.push(...items.map(({ ticketId }) => ticketId));
    cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
  } while (cursor !== '');
  return ids;
}

/** Each ticket to one technician after the other; `round` says to whom first, so that each run changes what it finds. */
const assignments = (ids: readonly string[], round: number): string[] =>
  [...technicians.slice(round), ...technicians.slice(0, round)].flatMap(({ id: assigneeId }) =>
    ids.map((id) => `POST /api/tickets/${id}/assign ${JSON.stringify({ assigneeId })}`),
  );

/** Assigns for some seconds, and makes sure that each assignment is in the tables as an event of its own. */
async function assigning(origin: string, ids: readonly string[], connections: number): Promise<Load> {
  const token = await signIn(origin);
  const first = connections === 1 ? 0 : 2;
  const positionOf = async (): Promise<bigint> =>
    BigInt((await ask(`${origin}/api/tickets?limit=1`, token, page)).position);
  const common = { origin, token, connections };
  await load({ ...common, requests: assignments(ids, first), seconds: WARM_UP_SECONDS });
  const before = await positionOf();
  const measured = await load({ ...common, requests: assignments(ids, first + 1), seconds: SECONDS });
  const written = (await positionOf()) - before;
  if (written < (BigInt(measured.requests) * 9n) / 10n)
    throw new Error(`${measured.requests} assignments moved the journal by ${written}`);
  return measured;
}

/** The command `assign` over HTTP with all middleware, on MariaDB with 100,000 tickets. */
export const assignBenchmark: Benchmark = {
  name: 'assign',
  async measure() {
    const { product, stop } = await startBusyDesk();
    try {
      const ids = await openTickets(product.origin, await signIn(product.origin));
      const alone = await assigning(product.origin, ids, 1);
      const together = await assigning(product.origin, ids, CLIENTS);
      return [
        figure('assign.alone.p50', alone.p50, 'ms'),
        figure('assign.alone.p95', alone.p95, 'ms'),
        figure('assign.32clients', together.perSecond, 'commands/s'),
        figure('assign.32clients.p95', together.p95, 'ms'),
      ];
    } finally {
      await stop();
    }
  },
};
