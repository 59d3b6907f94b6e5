import { keepsOrder } from '#domain/uniqueness.ts';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Journal } from '#eventstore/journal.ts';
import { watchTables, type Watched } from './metrics/watchTables.ts';

export interface Measured {
  readonly journal: Journal;
  /** The last position that is known to be in the journal. */
  readonly ends: () => bigint;
}

export interface Metrics {
  readonly registry: Registry;
  /** Times each request by the route that answered it. */
  readonly requests: RequestHandler;
  /** The same journal, with its appends counted and timed. */
  readonly measured: (journal: Journal) => Measured;
  readonly watch: (watched: Watched) => void;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Looking at the event loop's lag wakes an idle process each time, and the default is a hundred times a second. */
const LAG_EVERY_MS = 200;

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_EVERY_MS });
  const durations = new Histogram({
    name: 'daybook_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const appends = new Histogram({
    name: 'daybook_append_seconds',
    help: 'Time to append to the journal',
    buckets: SECONDS,
    registers,
  });
  const events = new Counter({
    name: 'daybook_events_appended_total',
    help: 'Events appended by this process',
    registers,
  });

  const routeOf = ({ route }: { route?: { path?: unknown } }): string =>
    typeof route?.path === 'string' ? route.path : 'other';

  return {
    registry,
    requests: (request, response, next) => {
      const started = performance.now();
      response.once('finish', () => {
        const labels = { method: request.method, route: routeOf(request), status: response.statusCode };
        durations.observe(labels, (performance.now() - started) / 1000);
      });
      next();
    },
    measured: (journal) => {
      let end = -1n;
      const append: Journal['append'] = async (given) => {
        const done = appends.startTimer();
        const appended = await journal.append(given);
        done();
        if (!appended.ok) return appended;
        events.inc(given.events.length);
        if (!keepsOrder(given.stream) && appended.position > end) end = appended.position;
        return appended;
      };
      return { journal: { ...journal, append }, ends: () => end };
    },
    watch: (watched) => watchTables(registers, watched),
  };
}
