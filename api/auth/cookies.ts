import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import { ACCESS_SECONDS } from './tokens.ts';

export const ACCESS_COOKIE = 'daybook_access';
export const REFRESH_COOKIE = 'daybook_refresh';
export const REFRESH_SECONDS = 30 * 24 * 60 * 60;

export interface Cookies {
  /** `Set-Cookie` headers of a session. */
  readonly given: (accessToken: string, refreshToken: string) => readonly string[];
  /** `Set-Cookie` headers that take both away. */
  readonly taken: () => readonly string[];
}

export function createCookies(secure: boolean): Cookies {
  const set = (name: string, value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, maxAge, httpOnly: true, sameSite: 'lax', path: '/', secure });
  return {
    given: (access, refresh) => [
      set(ACCESS_COOKIE, access, ACCESS_SECONDS),
      set(REFRESH_COOKIE, refresh, REFRESH_SECONDS),
    ],
    taken: () => [set(ACCESS_COOKIE, '', 0), set(REFRESH_COOKIE, '', 0)],
  };
}

export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (header?.includes(name) !== true) return undefined;
  const value = parseCookie(header)[name];
  return value === '' ? undefined : value;
}

/**
 * Does a request with cookies come from our own pages? Browsers say so in Sec-Fetch-Site, older ones in Origin
 * (OWASP CSRF Prevention, "Fetch Metadata" and "Verifying Origin").
 */
export function fromOwnPages(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get('Host');
}
