import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { readiness } from '#api/answers/projections.ts';
import { openRoute, reply, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { lagOf } from '#projections/lag.ts';
import type { Generation } from '#projections/state.ts';

const PATIENCE_MS = 2_000;

interface Check {
  readonly ok: boolean;
  readonly detail: string;
}

export interface Probed {
  /** The position of the last event of a record; rejects where the journal does not answer. */
  readonly end: () => Promise<bigint>;
  readonly status: () => Promise<readonly Generation[]>;
  readonly caughtUp: () => boolean;
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
}

interface Answered<T> extends Check {
  readonly value?: T;
}

async function checkOf<T>(work: () => Promise<T>): Promise<Answered<T>> {
  const late = after(PATIENCE_MS, { ok: false, detail: 'does not answer' }, { ref: false });
  return Promise.race([work().then((value) => ({ ok: true, detail: 'answers', value })), late]).catch(() => ({
    ok: false,
    detail: 'cannot be reached',
  }));
}

const plainly = ({ ok, detail }: Check): Check => ({ ok, detail });

interface Standing {
  readonly generations: readonly Generation[];
  /** Null: not known. */
  readonly lag: number | null;
  readonly caughtUp: boolean;
}

function projectionsOf({ generations, lag, caughtUp }: Standing): Check & Pick<Standing, 'lag'> {
  const faulted = generations.filter(({ fault }) => fault !== null).map(({ name }) => name);
  if (faulted.length > 0) return { ok: false, detail: `stopped at a fault: ${faulted.join(', ')}`, lag };
  const behind = lag ? `${lag} positions behind` : undefined;
  if (caughtUp) return { ok: true, detail: behind ?? 'up to date', lag };
  return { ok: false, detail: behind ? `catching up: ${behind}` : 'catching up', lag };
}

async function readinessOf({ end, status, caughtUp }: Probed) {
  const [journal, database] = await Promise.all([checkOf(end), checkOf(status)]);
  const generations = database.value ?? [];
  const lag = journal.value === undefined || !database.value ? null : lagOf(generations, journal.value);
  const projections = projectionsOf({ generations, lag, caughtUp: caughtUp() });
  const ready = journal.ok && database.ok && projections.ok;
  return { ready, journal: plainly(journal), database: plainly(database), projections };
}

/** What those who run the desk look at. */
export function probeRoutes(probed: Probed): Route[] {
  return [
    openRoute({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive.',
      access: { to: 'anyone' },
      answers: { 200: z.strictObject({ alive: z.literal(true) }) },
      handle: () => reply(200, { alive: true }),
    }),
    openRoute({
      method: 'get',
      path: '/readyz',
      summary:
        'Journal, database and projections are there and up to date, with how far the tables are behind.',
      access: { to: 'anyone' },
      answers: { 200: readiness, 503: readiness },
      handle: async () => {
        const found = await readinessOf(probed);
        return reply(found.ready ? 200 : 503, found);
      },
    }),
    openRoute({
      method: 'get',
      path: '/metrics',
      summary: 'Prometheus metrics.',
      access: { to: 'anyone' },
      answers: { 200: { mediaType: 'text/plain' } },
      handle: async ({ request }) => {
        const { metricsToken } = probed;
        if (metricsToken !== undefined && request.get('Authorization') !== `Bearer ${metricsToken}`)
          return problem('signed-out');
        return reply(200, Buffer.from(await probed.metrics()), {
          'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
        });
      },
    }),
  ];
}
