import { z } from 'zod';
import { projectionsAnswer } from '#api/answers/projections.ts';
import type { ProjectionsAnswer, ProjectionStatus } from '#api/contract/answers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { projections as known } from '#projections/all.ts';
import { lagOf } from '#projections/lag.ts';
import type { Generation } from '#projections/state.ts';
import type { Desk } from './desk.ts';

const statusOf = ({ name, generation, version, status, position, fault }: Generation): ProjectionStatus => ({
  name,
  generation,
  version,
  status,
  position: String(position),
  fault: fault && { at: String(fault.at), message: fault.message },
});

const isKnown = (name: string): boolean => known.some((one) => one.name === name);

export function projectionRoutes({ projector, end, log }: Desk): Route[] {
  const asked = new Set<string>();

  async function standing(): Promise<ProjectionsAnswer> {
    const [generations, last] = await Promise.all([projector.status(), end()]);
    return {
      projections: generations.filter(({ name }) => isKnown(name)).map(statusOf),
      position: String(projector.position()),
      end: String(last),
      lag: lagOf(generations, last),
      asked: [...asked],
    };
  }

  /** Whoever asks twice while it is being made gets it once. */
  function makeAnew(name: string): void {
    if (asked.has(name)) return;
    asked.add(name);
    projector
      .rebuild(name)
      .catch((error: unknown) => log.error('a rebuild failed', { projection: name, error }))
      .finally(() => asked.delete(name));
  }

  return [
    route({
      method: 'get',
      path: '/api/projections',
      summary: 'The tables that the screens read: where they stand, and what has stopped them.',
      access: { reads: 'projections' },
      answers: { 200: projectionsAnswer },
      handle: async () => reply(200, await standing()),
    }),
    route({
      method: 'post',
      path: '/api/projections/:name/rebuild',
      summary: 'Makes the tables of a projection anew beside those in use; see its progress in the list.',
      access: { administers: 'projections' },
      answers: { 202: z.undefined() },
      handle: ({ param }) => {
        const name = param('name');
        if (!isKnown(name)) return problem('not-found');
        if (!projector.leads())
          return problem('unavailable', { detail: 'Another process projects; ask again, or ask that one.' });
        makeAnew(name);
        return { status: 202 };
      },
    }),
  ];
}
