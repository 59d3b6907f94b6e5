import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { JournalUnavailable } from '#eventstore/journal.ts';
import { TablesBehind } from '#projections/deskTables/query.ts';
import { BadCursor } from '#projections/cursor.ts';
import { isDatabaseAway } from '#projections/databaseAway.ts';
import type { Config } from './config.ts';
import type { Problem } from './contract/problem.ts';
import { accessLog } from './http/accessLog.ts';
import type { Limits } from './http/limits.ts';
import type { Surroundings } from './http/handlers.ts';
import { jsonBody } from './http/jsonBody.ts';
import { mountRoutes } from './http/mount.ts';
import { requestId } from './http/requestId.ts';
import type { Route } from './http/route.ts';
import { apiContentPolicy, crossOrigin, securityHeaders, trusts } from './http/security.ts';
import { timeout } from './http/timeout.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { problem, sendProblem } from './problems.ts';

const BODY_LIMIT = '256kb';

export interface AppParts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limits: Limits;
  /** Under /api, limited; and beside it, for whoever runs the desk. */
  readonly routes: readonly Route[];
  readonly probes: readonly Route[];
  readonly surroundings: Omit<Surroundings, 'body' | 'squeeze'>;
  /** The portal once it is there; it answers all that the API does not. */
  readonly portal: () => RequestHandler | undefined;
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;

const isAway = (error: unknown): boolean =>
  error instanceof JournalUnavailable || error instanceof TablesBehind || isDatabaseAway(error);

/** What a fault is called outside; undefined where it is ours and nobody's business. */
function known(error: unknown): Problem | undefined {
  if (isAway(error)) return problem('unavailable');
  if (error instanceof BadCursor) return problem('malformed', { detail: error.message });
  const status = statusOf(error);
  if (status === 413) return problem('too-large');
  return status !== undefined && status >= 400 && status < 500 ? problem('malformed') : undefined;
}

const onFault =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const answer = known(error) ?? problem('fault');
    const facts = {
      requestId: response.getHeader('X-Request-Id'),
      method: request.method,
      path: request.path,
      error,
    };
    if (answer.status >= 500) log.error('a request failed', facts);
    sendProblem(response, answer);
  };

const nothingHere: RequestHandler = (_request, response) => sendProblem(response, problem('not-found'));

/** The whole of HTTP: what every request goes through, the API, and the portal behind it. */
export function createApp(parts: AppParts): Express {
  const { config, log, metrics, limits, routes, probes } = parts;
  const squeeze = compression();
  const around = { ...parts.surroundings, squeeze, body: jsonBody(BODY_LIMIT) };
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', trusts(config));
  app.use(requestId, accessLog(log), metrics.requests, timeout(config.REQUEST_TIMEOUT_SECONDS * 1000));
  app.use(securityHeaders(config));
  app.use('/api', apiContentPolicy, crossOrigin(config), limits.all);
  app.use(mountRoutes([...routes, ...probes], around));
  app.use(['/api', '/socket.io'], nothingHere);
  app.use(squeeze);
  app.use((request, response, next) => {
    const portal = parts.portal();
    return portal ? portal(request, response, next) : nothingHere(request, response, next);
  });
  app.use(onFault(log));
  return app;
}
