import { join } from 'node:path';
import { createCookies } from '#api/auth/cookies.ts';
import type { Auth } from '#api/auth/createAuth.ts';
import type { Config } from '#api/config.ts';
import { refusalOf, waiterFor } from '#api/http/access.ts';
import { createKeeper } from '#api/http/kept.ts';
import { createLimits } from '#api/http/limits.ts';
import type { Route } from '#api/http/route.ts';
import { versionsOf } from '#api/http/versions.ts';
import type { Log } from '#api/log.ts';
import type { Metrics } from '#api/metrics.ts';
import type { Reads } from '#api/reads.ts';
import type { Desk } from '#api/routes/desk.ts';
import { probeRoutes } from '#api/routes/probes.ts';
import type { Projector } from '#projections/run.ts';
import { everyMinute } from '#reactors/adapters/everyMinute.ts';
import { localPictures } from '#reactors/adapters/localPictures.ts';
import { pictureType } from '#reactors/adapters/pictures.ts';
import { startReactors, type Reactors } from '#reactors/run.ts';
import { batchingOf } from './batching.ts';
import type { Foundation } from './foundation.ts';

export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly foundation: Foundation;
  readonly projector: Projector;
  readonly reads: Reads;
  readonly auth: Auth;
}

const now = (): string => new Date().toISOString();

export const deskOf = ({ config, log, foundation, projector, reads, auth }: Parts): Desk => ({
  config,
  log,
  policy: foundation.policy,
  runner: foundation.runner,
  reads,
  projector,
  pictures: { ...localPictures(join(config.DATA_DIR, 'images')), typeOf: pictureType },
  accounts: auth.accounts,
  signIn: auth.signIn,
  identify: auth.identity.ofRequest,
  cookies: createCookies(config.PUBLIC_URL?.startsWith('https:') ?? false),
  ...batchingOf({ foundation, projector, reads, log }),
  limits: createLimits(config),
  ends: foundation.ends,
  end: foundation.end,
  now,
});

export function reactorsOf({ log, foundation, projector, reads }: Parts): Reactors {
  const { runner, journal, policy } = foundation;
  const { leads } = projector;
  const { dueTickets } = reads;
  return startReactors({ runner, journal, dueTickets, leads, now, policy, schedule: everyMinute(log), log });
}

export const surroundingsOf = ({ auth, projector }: Parts) => ({
  identify: auth.identity.ofRequest,
  refusal: refusalOf,
  waitFor: waiterFor(projector),
  kept: createKeeper(versionsOf(projector)),
});

export function probesOf({ config, metrics, foundation, projector }: Parts): Route[] {
  let caughtUp = false;
  projector.caughtUp.then(
    () => (caughtUp = true),
    () => undefined,
  );
  return probeRoutes({
    end: foundation.end,
    status: () => projector.status(),
    caughtUp: () => caughtUp,
    metrics: () => metrics.registry.metrics(),
    metricsToken: config.METRICS_TOKEN,
  });
}
