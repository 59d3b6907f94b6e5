import { z } from 'zod';
import { hashPassword, password, unfitPassword } from '#api/auth/passwords.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { mayCommand, UNRELATED } from '#domain/permissions.ts';
import { actorOf } from './asking.ts';
import type { Desk } from './desk.ts';

const stands = z.strictObject({ stands: z.boolean() });

/** For accounts that came without one, such as those of an imported list. One that stands is its owner's alone. */
export function firstPasswordRoutes({ accounts, reads }: Desk): Route[] {
  const path = '/api/users/:id/firstPassword';
  return [
    route({
      method: 'get',
      path,
      summary: 'Can this person sign in with a password already?',
      access: { reads: 'recordHistory' },
      answers: { 200: stands },
      handle: async ({ param, viewer }) => {
        const person = await reads.users.find(viewer, param('id'));
        if (!person) return problem('not-found');
        return reply(200, { stands: await accounts.hasPassword(person.userId) });
      },
    }),
    route({
      method: 'post',
      path,
      summary: 'Gives a first password to a person who has none.',
      access: { command: 'registerUser' },
      body: z.strictObject({ password }),
      answers: { 201: stands },
      handle: async ({ param, body, viewer }) => {
        const person = await reads.users.find(viewer, param('id'));
        if (person?.status !== 'Active') return problem('not-found');
        if (!mayCommand(actorOf(viewer), 'registerUser', UNRELATED)) return problem('not-allowed');
        const fault = unfitPassword(body.password, person.email);
        if (fault) return problem('invalid', { errors: [{ path: 'password', message: fault }] });
        const first = await accounts.firstPassword(person.userId, await hashPassword(body.password));
        return first ? reply(201, { stands: true }) : problem('taken');
      },
    }),
  ];
}
