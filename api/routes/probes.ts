import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { readiness } from '#api/answers/projections.ts';
import { openRoute, reply, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import type { Generation } from '#projections/state.ts';

const PATIENCE_MS = 2_000;

interface Check {
  readonly ok: boolean;
  readonly detail: string;
}

export interface Probed {
  /** Resolves when the journal answers. */
  readonly journal: () => Promise<unknown>;
  readonly status: () => Promise<readonly Generation[]>;
  readonly caughtUp: () => boolean;
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
}

async function checkOf(work: () => Promise<unknown>): Promise<Check> {
  const late = after(PATIENCE_MS, 'late' as const, { ref: false });
  return Promise.race([work(), late]).then(
    (result) =>
      result === 'late' ? { ok: false, detail: 'does not answer' } : { ok: true, detail: 'answers' },
    () => ({ ok: false, detail: 'cannot be reached' }),
  );
}

function projectionsOf(generations: readonly Generation[], caughtUp: boolean): Check {
  const faulted = generations.filter(({ fault }) => fault !== null).map(({ name }) => name);
  if (faulted.length > 0) return { ok: false, detail: `stopped at a fault: ${faulted.join(', ')}` };
  return caughtUp ? { ok: true, detail: 'up to date' } : { ok: false, detail: 'catching up' };
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
      summary: 'Journal, database and projections are there and up to date.',
      access: { to: 'anyone' },
      answers: { 200: readiness, 503: readiness },
      handle: async () => {
        let generations: readonly Generation[] = [];
        const [journal, database] = await Promise.all([
          checkOf(probed.journal),
          checkOf(async () => (generations = await probed.status())),
        ]);
        const projections = projectionsOf(generations, probed.caughtUp());
        const ready = journal.ok && database.ok && projections.ok;
        return reply(ready ? 200 : 503, { ready, journal, database, projections });
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
