import { z } from 'zod';
import { signedIn } from '#api/answers/answers.ts';
import { password } from '#api/auth/passwords.ts';
import { openRoute, reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { email, personName } from '#domain/user/events.ts';
import type { Desk } from '../desk.ts';
import { enter } from './entry.ts';

const applicant = z.strictObject({ name: personName, email, password });

/** How accounts come about without an administrator, and their passwords. */
export function accountRoutes(desk: Desk): Route[] {
  const { accounts, signIn, config } = desk;
  return [
    openRoute({
      method: 'get',
      path: '/api/auth/setup',
      summary: 'Must the first administrator be created, and may people make accounts of their own?',
      access: { to: 'anyone' },
      answers: { 200: z.strictObject({ needed: z.boolean(), registration: z.boolean() }) },
      handle: async () =>
        reply(200, { needed: await accounts.setupNeeded(), registration: config.REGISTRATION }),
    }),
    openRoute({
      method: 'post',
      path: '/api/auth/setup',
      summary: 'Creates the first administrator, while there is none, and signs in.',
      access: { to: 'anyone' },
      before: [desk.limits.signIn],
      body: applicant,
      answers: { 201: signedIn },
      handle: async ({ body, request }) => enter(desk, await accounts.setUp(body), request),
    }),
    openRoute({
      method: 'post',
      path: '/api/auth/register',
      summary: 'Makes an account for a requester, where that is allowed, and signs in.',
      access: { to: 'anyone' },
      before: [desk.limits.signIn],
      body: applicant,
      answers: { 201: signedIn },
      handle: async ({ body, request }) => {
        if (!config.REGISTRATION || (await accounts.setupNeeded())) return problem('not-found');
        return enter(desk, await accounts.register(body), request);
      },
    }),
    route({
      method: 'post',
      path: '/api/auth/password',
      summary: 'Changes the password and ends all other sessions.',
      access: { to: 'signedIn' },
      before: [desk.limits.signIn],
      body: z.strictObject({ current: z.string().max(200), next: password }),
      answers: { 204: z.undefined() },
      handle: async ({ body, viewer }) => {
        const user = await desk.reads.people.find(viewer.userId);
        if (!user) return problem('signed-out');
        const fault = await accounts.changePassword(user, body.current, body.next);
        if (fault) return fault;
        await signIn.endAll(viewer.userId, 'passwordChanged', viewer.sessionId);
        return { status: 204 };
      },
    }),
  ];
}
