import type { Request } from 'express';
import type { Made } from '#api/auth/accounts.ts';
import type { Origin } from '#api/auth/securityLog.ts';
import type { Opened } from '#api/auth/signIn.ts';
import type { Problem } from '#api/contract/problem.ts';
import { reply, type Reply } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import type { Desk } from '../desk.ts';

export const originOf = (request: Request): Origin => ({
  ip: request.ip ?? '',
  userAgent: request.get('User-Agent') ?? '',
});

/** The answer that opens a session in a browser. */
export const given = ({ cookies }: Desk, opened: Opened, status = 200): Reply =>
  reply(
    status,
    { accessToken: opened.accessToken, user: opened.user },
    { 'Set-Cookie': cookies.given(opened.accessToken, opened.refreshToken), 'Cache-Control': 'no-store' },
  );

/** Signs a person in whose account has just been made. */
export async function enter(desk: Desk, made: Made | Problem, request: Request): Promise<Reply | Problem> {
  if (isProblem(made)) return made;
  if (!(await desk.projector.waitFor(made.position, 5_000))) return problem('behind');
  const user = await desk.reads.people.find(made.userId);
  return user ? given(desk, await desk.signIn.open(user, originOf(request)), 201) : problem('behind');
}
