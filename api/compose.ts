import { createServer } from 'node:http';
import type { RequestHandler } from 'express';
import { startProjector, type Projector } from '#projections/run.ts';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { createAuth } from './auth/createAuth.ts';
import { openFoundation, type Foundation } from './compose/foundation.ts';
import { deskOf, probesOf, reactorsOf, surroundingsOf, type Parts } from './compose/parts.ts';
import { listen, stopServing } from './compose/serving.ts';
import type { Config } from './config.ts';
import type { Route } from './http/route.ts';
import { createLive, type Live } from './live.ts';
import { openLiveAdapter } from './liveAdapter.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createReads } from './reads.ts';
import type { Desk } from './routes/desk.ts';
import { routesOf } from './routes/routes.ts';

export interface Daybook extends Pick<
  Foundation,
  'ends' | 'failed' | 'journal' | 'policy' | 'runner' | 'vault'
> {
  /** Such as http://127.0.0.1:3000. */
  readonly url: string;
  readonly projector: Projector;
  readonly pictures: Desk['pictures'];
  readonly routes: readonly Route[];
  readonly setupNeeded: () => Promise<boolean>;
  /** Ends what is under way, then everything. */
  readonly stop: () => Promise<void>;
}

export interface ComposeParts {
  readonly config: Config;
  readonly log: Log;
  /** Makes the portal, once the address of the API is known. */
  readonly loadPortal?: (api: string) => Promise<RequestHandler>;
}

const secretOf = async ({ JWT_SECRET }: Config, { secrets }: Foundation['vault']): Promise<string> =>
  JWT_SECRET ?? (await secrets.get('jwt')).toString('base64url');

/** Builds all of Daybook and lets it listen; it is ready once the tables have caught up with the journal. */
export async function compose({ config, log, loadPortal }: ComposeParts): Promise<Daybook> {
  const metrics = createMetrics();
  const foundation = await openFoundation(config, metrics);
  const { journal, vault, runner, read, policy, failed, ends } = foundation;
  const adapter = await openLiveAdapter(config.REDIS_URL, log);
  const secret = await secretOf(config, vault);
  // The projector and the sign-in tell the sockets, which need both of them.
  const late: { live?: Live; portal?: RequestHandler } = {};

  const projector = startProjector({
    read,
    journal,
    log,
    onCommit: (changes, position) => late.live?.publish(changes, position),
  });
  foundation.tablesFollow(projector);
  const reads = createReads(read, policy, () => new Date().toISOString());
  const ended = (sessionIds: readonly string[]) => late.live?.end(sessionIds);
  const auth = createAuth({ vault, journal, runner, people: reads.people, secret, ended, log });
  const parts: Parts = { config, log, metrics, foundation, projector, reads, auth };
  const desk = deskOf(parts);
  const routes = routesOf(desk, packageJson.version);
  const probes = probesOf(parts);
  const app = createApp({
    config,
    log,
    metrics,
    limits: desk.limits,
    routes,
    probes,
    surroundings: surroundingsOf(parts),
    portal: () => late.portal,
  });
  const server = createServer({ connectionsCheckingInterval: 5_000 }, app);
  const sockets = createLive({
    server,
    identity: auth.identity,
    reads: reads.live,
    position: () => projector.position(),
    corsOrigins: config.CORS_ORIGINS,
    userChanged: auth.directory.forget,
    log,
    ...(adapter.adapter ? { adapter: adapter.adapter } : {}),
  });
  late.live = sockets;
  metrics.watch({ projector, end: foundation.end, sockets: sockets.sockets });
  const reactors = reactorsOf(parts);
  const url = await listen(server, config);
  if (loadPortal) late.portal = await loadPortal(url);

  return {
    url,
    journal,
    vault,
    runner,
    policy,
    failed,
    ends,
    projector,
    routes: [...routes, ...probes],
    pictures: desk.pictures,
    setupNeeded: auth.accounts.setupNeeded,
    stop: async () => {
      await stopServing(server, sockets);
      await desk.imports.close();
      await reactors.stop();
      await projector.stop();
      await adapter.close();
      await foundation.close();
    },
  };
}
