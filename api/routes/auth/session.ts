import type { Request } from 'express';
import { z } from 'zod';
import { me, signedIn } from '#api/answers/answers.ts';
import { cookieOf, fromOwnPages, REFRESH_COOKIE } from '#api/auth/cookies.ts';
import { openRoute, reply, route, type Route } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { permissions, type CommandName } from '#domain/permissions.ts';
import type { Role } from '#domain/role.ts';
import type { Desk } from '../desk.ts';
import { given, originOf } from './entry.ts';

const refreshTokenOf = (request: Request): string | undefined =>
  cookieOf(request.get('Cookie'), REFRESH_COOKIE);

/** What a role may do on some record at least. */
const mayDo = (role: Role): CommandName[] =>
  (Object.keys(permissions) as CommandName[]).filter((name) => role in permissions[name]);

export function sessionRoutes(desk: Desk): Route[] {
  const { signIn, cookies, config } = desk;
  return [
    openRoute({
      method: 'post',
      path: '/api/auth/login',
      summary: 'Signs in.',
      access: { to: 'anyone' },
      before: [desk.limits.signIn],
      body: z.strictObject({
        email: z.string().trim().toLowerCase().max(254),
        password: z.string().max(200),
      }),
      answers: { 200: signedIn },
      handle: async ({ body, request }) => {
        const opened = await signIn.withPassword(body.email, body.password, originOf(request));
        return isProblem(opened) ? opened : given(desk, opened);
      },
    }),
    openRoute({
      method: 'post',
      path: '/api/auth/refresh',
      summary: 'Turns the refresh cookie into a new one, with a new access token.',
      access: { to: 'anyone' },
      answers: { 200: signedIn },
      handle: async ({ request }) => {
        if (!fromOwnPages(request)) return problem('foreign-site');
        const opened = await signIn.refresh(refreshTokenOf(request));
        return isProblem(opened) ? opened : given(desk, opened);
      },
    }),
    openRoute({
      method: 'post',
      path: '/api/auth/logout',
      summary: 'Ends the session and takes the cookies away.',
      access: { to: 'anyone' },
      answers: { 204: z.undefined() },
      handle: async ({ request }) => {
        if (!fromOwnPages(request)) return problem('foreign-site');
        await signIn.end(refreshTokenOf(request));
        return { status: 204, headers: { 'Set-Cookie': cookies.taken() } };
      },
    }),
    route({
      method: 'get',
      path: '/api/auth/me',
      summary: 'Who is signed in, and what the desk lets them do.',
      access: { to: 'signedIn' },
      answers: { 200: me },
      handle: async ({ viewer }) => {
        const user = await desk.reads.people.find(viewer.userId);
        const settings = { registration: config.REGISTRATION, mayDo: mayDo(viewer.role) };
        return user ? reply(200, { user, settings }) : problem('signed-out');
      },
    }),
  ];
}
