import { z } from 'zod';
import { projectionsAnswer } from '#api/answers/projections.ts';
import type { ProjectionStatus } from '#api/contract/answers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
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

export function projectionRoutes({ projector, ends, log }: Desk): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/projections',
      summary: 'The tables that the screens read: where they stand, and what has stopped them.',
      access: { reads: 'projections' },
      answers: { 200: projectionsAnswer },
      handle: async () => {
        const projections = (await projector.status()).map(statusOf);
        return reply(200, { projections, position: String(projector.position()), end: String(ends()) });
      },
    }),
    route({
      method: 'post',
      path: '/api/projections/:name/rebuild',
      summary: 'Makes the tables of a projection anew beside those in use; see its progress in the list.',
      access: { administers: 'projections' },
      answers: { 202: z.undefined() },
      handle: async ({ param }) => {
        const name = param('name');
        if (!(await projector.status()).some((one) => one.name === name)) return problem('not-found');
        if (!projector.leads())
          return problem('unavailable', { detail: 'Another process projects; ask again, or ask that one.' });
        projector
          .rebuild(name)
          .catch((error: unknown) => log.error('a rebuild failed', { projection: name, error }));
        return { status: 202 };
      },
    }),
  ];
}
