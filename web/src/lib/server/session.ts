import { apiOrigin, type Caller } from './api.ts';

const ACCESS = 'daybook_access';
const REFRESH = 'daybook_refresh';
const EARLY_MS = 30_000;

/** The cookies of one request, kept up to date with what the API sets while it is answered. */
export class CookieJar {
  readonly #values = new Map<string, string>();

  constructor(header: string | null) {
    for (const part of (header ?? '').split(';')) {
      const [name, ...value] = part.split('=');
      if (name?.trim()) this.#values.set(name.trim(), value.join('=').trim());
    }
  }

  get header(): string {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(name: string): string | undefined {
    return this.#values.get(name) || undefined;
  }

  hear(setCookie: readonly string[]): void {
    for (const line of setCookie) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) =>
        /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute),
      );
      this.#values.set(pair.slice(0, at).trim(), gone ? '' : pair.slice(at + 1).trim());
    }
  }
}

function expiresAt(jwt: string): number {
  try {
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as {
      exp?: number;
    };
    return (claims.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}

const isFresh = (access: string | undefined): boolean =>
  access !== undefined && expiresAt(access) > Date.now() + EARLY_MS;

/** Renews an access token that has run out; gives the Set-Cookie lines, none where there was nothing to do. */
export async function refreshed(jar: CookieJar, caller: Caller): Promise<readonly string[]> {
  if (isFresh(jar.get(ACCESS)) || !jar.get(REFRESH)) return [];
  try {
    const origin = apiOrigin();
    const response = await fetch(`${origin}/api/auth/refresh`, {
      method: 'POST',
      headers: {
        origin,
        cookie: caller.cookie,
        'user-agent': caller.userAgent,
        'x-forwarded-for': caller.forwardedFor,
      },
    });
    const lines = response.headers.getSetCookie();
    jar.hear(lines);
    return lines;
  } catch {
    return [];
  }
}

export const hasSession = (jar: CookieJar): boolean => jar.get(ACCESS) !== undefined;
