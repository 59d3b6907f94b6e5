import { z } from 'zod';
import { hashPassword, password, unfitPassword } from '#api/auth/passwords.ts';
import type { Problem } from '#api/contract/problem.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { userCommands } from '#commands/registry.ts';
import { mayCommand, UNRELATED } from '#domain/permissions.ts';
import { actorOf } from './asking.ts';
import { give, type Asking, type RecordRoutes } from './commands.ts';

const stands = z.strictObject({ stands: z.boolean() });

/** Why this person is not given this password. The journal has the fact before the vault has the password. */
export async function givePassword(
  about: RecordRoutes,
  call: Asking,
  { id, chosen }: { readonly id: string; readonly chosen: string },
): Promise<Problem | undefined> {
  const { accounts } = about.desk;
  if (await accounts.hasPassword(id)) return problem('taken');
  const hash = await hashPassword(chosen);
  const given = { command: userCommands.givePassword, id, input: {}, part: 'password' };
  const finished = await give(about, call, given);
  if (isProblem(finished)) return finished;
  await about.afterwards?.(finished);
  return (await accounts.firstPassword(id, hash)) ? undefined : problem('taken');
}

/** For accounts that came without one, such as those of an imported list. One that stands is its owner's alone. */
export function firstPasswordRoutes(about: RecordRoutes): Route[] {
  const { accounts, reads } = about.desk;
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
      access: { command: 'givePassword' },
      body: z.strictObject({ password }),
      answers: { 201: stands },
      handle: async ({ param, body, viewer, request }) => {
        const person = await reads.users.find(viewer, param('id'));
        if (!person) return problem('not-found');
        if (!mayCommand(actorOf(viewer), 'givePassword', UNRELATED)) return problem('not-allowed');
        const fault = unfitPassword(body.password, person.email);
        if (fault) return problem('invalid', { errors: [{ path: 'password', message: fault }] });
        const given = { id: person.userId, chosen: body.password };
        return (await givePassword(about, { viewer, request }, given)) ?? reply(201, { stands: true });
      },
    }),
  ];
}
