import type { Request } from 'express';
import type { Problem } from '#api/contract/problem.ts';
import type { Viewer } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { ACCESS_COOKIE, cookieOf, fromOwnPages } from './cookies.ts';
import type { Directory } from './directory.ts';
import type { LiveSessions } from './liveSessions.ts';
import type { Tokens } from './tokens.ts';

const BEARER = /^Bearer +(\S+)$/i;

export interface Identity {
  /** The person of an access token, if its session is live and the account is active. */
  readonly ofToken: (token: string) => Promise<Viewer | Problem>;
  readonly ofRequest: (request: Request) => Promise<Viewer | Problem>;
}

export function createIdentity(deps: {
  readonly tokens: Tokens;
  readonly sessions: LiveSessions;
  readonly directory: Directory;
}): Identity {
  const ofToken = async (token: string): Promise<Viewer | Problem> => {
    const bearer = deps.tokens.verify(token);
    if (!bearer || !(await deps.sessions.isLive(bearer.sessionId))) return problem('signed-out');
    const person = await deps.directory.find(bearer.userId);
    return person?.status === 'Active' ? { ...bearer, role: person.role } : problem('signed-out');
  };
  const ofRequest = async (request: Request): Promise<Viewer | Problem> => {
    const [, token] = BEARER.exec(request.get('Authorization') ?? '') ?? [];
    if (token !== undefined) return ofToken(token);
    const cookie = cookieOf(request.get('Cookie'), ACCESS_COOKIE);
    if (cookie === undefined) return problem('signed-out');
    if (request.method !== 'GET' && !fromOwnPages(request)) return problem('foreign-site');
    return ofToken(cookie);
  };
  return { ofToken, ofRequest };
}
