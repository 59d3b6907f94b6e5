import type { Cookies } from '@sveltejs/kit';
import { AFTER_COOKIE } from '#lib/reader.ts';
import {
  answerOf,
  initOf,
  UNREACHABLE,
  urlOf,
  type Answer,
  type Api,
  type Sending,
} from '#lib/api/request.ts';

export const apiOrigin = (): string => process.env['DAYBOOK_API'] ?? 'http://127.0.0.1:3000';

export interface Caller {
  readonly cookie: string;
  readonly forwardedFor: string;
  readonly userAgent: string;
}

/** Who somebody is does not wait for what was done. */
const waits = ({ method, path }: Sending): boolean => method === 'GET' && !path.startsWith('/auth/');

/** Talks to the API for somebody; `heard` gets the cookies that it sets. */
export function serverApi(
  caller: () => Caller,
  heard: (setCookie: readonly string[]) => void,
  cookies: Cookies,
): Api {
  let after = cookies.get(AFTER_COOKIE);

  async function send<T>(sending: Sending): Promise<Answer<T>> {
    const origin = apiOrigin();
    const { cookie, forwardedFor, userAgent } = caller();
    const headers: Record<string, string> = {
      ...sending.headers,
      cookie,
      origin,
      'user-agent': userAgent,
      'x-forwarded-for': forwardedFor,
      ...(after !== undefined && waits(sending) ? { 'daybook-after': after } : {}),
    };
    try {
      const response = await fetch(
        urlOf(origin, sending.path, sending.query),
        initOf({ ...sending, headers }),
      );
      heard(response.headers.getSetCookie());
      const answer = await answerOf<T>(response);
      if (answer.ok && sending.method === 'POST') after = positionIn(answer.value) ?? after;
      return answer;
    } catch (fault) {
      console.error('The API cannot be reached', fault);
      return { ok: false, problem: UNREACHABLE };
    }
  }

  return {
    get: (path, query = {}) => send({ method: 'GET', path, query }),
    async post(path, body, headers = {}) {
      const answer = await send({ method: 'POST', path, body, headers });
      if (after !== undefined)
        cookies.set(AFTER_COOKIE, after, { maxAge: 5, httpOnly: false, secure: false });
      return answer as Answer<never>;
    },
  };
}

export function positionIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('position' in value)) return undefined;
  return typeof value.position === 'string' ? value.position : undefined;
}
