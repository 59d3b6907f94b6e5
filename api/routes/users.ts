import { z } from 'zod';
import { done, holdings } from '#api/answers/answers.ts';
import { userRow } from '#api/answers/records.ts';
import { password, unfitPassword } from '#api/auth/passwords.ts';
import { faultsOf } from '#api/http/handlers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { userCommands } from '#commands/registry.ts';
import { role } from '#domain/role.ts';
import { commandRoute, doneOf, make, type Finished, type RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { firstPasswordRoutes, givePassword } from './firstPassword.ts';
import { readRoutes } from './records.ts';
import { sinceFrom } from './since.ts';
import { paging, search } from './tickets/filters.ts';

const PATIENCE_MS = 2_000;

export const userFilters = z.strictObject({
  role: role.optional(),
  status: z.enum(['Active', 'Deactivated', 'Erased']).optional(),
  assignable: z.stringbool().optional(),
  ...search,
  ...paging,
});
export type UserFilters = z.output<typeof userFilters>;

const withPassword = z.object({ password: password.optional() });

/** Its first password is kept in the vault once the account stands; events only have that it was given. */
const registerRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: about.base,
    summary: 'Makes an account, with a first password or none yet.',
    access: { command: 'registerUser' },
    body: userCommands.registerUser.input.extend(withPassword.shape),
    bodyParsedLater: true,
    answers: { 201: done },
    handle: async (call) => {
      const { password: chosen, ...body } = Object(call.body) as Readonly<Record<string, unknown>>;
      const given = withPassword.safeParse(chosen === undefined ? {} : { password: chosen });
      if (!given.success) return faultsOf(given.error);
      const fault = given.data.password && unfitPassword(given.data.password, String(body['email']));
      if (fault) return problem('invalid', { errors: [{ path: 'password', message: fault }] });
      const finished = await make(userCommands.registerUser, about, { ...call, body });
      if (isProblem(finished)) return finished;
      if (given.data.password !== undefined)
        await givePassword(about, call, { id: finished.id, chosen: given.data.password });
      return reply(201, doneOf(finished), { Location: `${about.base}/${finished.id}` });
    },
  });

export function userRoutes(desk: Desk): Route[] {
  const reads = desk.reads.users;
  const afterwards = async ({ id, position, events }: Finished<unknown>): Promise<void> => {
    if (events.includes('UserDeactivated')) await desk.signIn.endAll(id, 'deactivated');
    // What somebody may do is read from the tables, so that it changes at once for who asks next.
    await desk.projector.waitFor(position, PATIENCE_MS);
  };
  const about: RecordRoutes = {
    base: '/api/users',
    desk,
    sinceOf: sinceFrom(desk, reads.history),
    afterwards,
  };
  const { registerUser: _, givePassword: __, ...others } = userCommands;
  return [
    ...readRoutes({
      about,
      reads,
      what: 'users',
      row: userRow,
      query: userFilters,
      projection: 'users',
      plural: 'people',
    }),
    route({
      method: 'get',
      path: '/api/users/:id/holdings',
      summary:
        'What a person holds: tickets that are not done, assigned to or reported by them, and what is lent to them.',
      access: { reads: 'recordHistory' },
      answers: { 200: holdings },
      handle: async ({ viewer, param }) => {
        const [tickets, equipment] = await Promise.all([
          desk.reads.tickets.heldBy(viewer, param('id')),
          desk.reads.equipment.heldBy(viewer, param('id')),
        ]);
        return tickets && equipment ? reply(200, { tickets, equipment }) : problem('not-found');
      },
    }),
    registerRoute(about),
    ...firstPasswordRoutes(about),
    ...Object.values(others).map((command) => commandRoute(command, about)),
  ];
}
