import type { Request } from 'express';
import type { Problem } from '#api/contract/problem.ts';
import { problem } from '#api/problems.ts';
import { reachOf } from '#domain/permissions.ts';
import type { Projector } from '#projections/run.ts';
import type { Route, Viewer } from './route.ts';

const PATIENCE_MS = 2_000;

/**
 * Why a role can never do what a route does, whatever record it is about. What it may not read is not there.
 * Commands refuse by themselves, as they know the record.
 */
export function refusalOf({ access }: Route, { role }: Viewer): Problem | undefined {
  if ('reads' in access) return reachOf(role, access.reads) ? undefined : problem('not-found');
  if (!('administers' in access) || role === 'admin') return undefined;
  return problem(reachOf(role, access.administers) ? 'not-allowed' : 'not-found');
}

/** Waits until the tables stand at the position that `Daybook-After` names; a problem when they do not in 2 s. */
export const waiterFor =
  (projector: Pick<Projector, 'waitFor'>) =>
  async (request: Request): Promise<Problem | undefined> => {
    const position = request.get('Daybook-After');
    if (position === undefined) return undefined;
    if (!/^\d{1,18}$/.test(position))
      return problem('malformed', { detail: 'Daybook-After is a position, such as 1234.' });
    return (await projector.waitFor(BigInt(position), PATIENCE_MS)) ? undefined : problem('behind');
  };
