import type { Handle } from '@sveltejs/kit/hooks';
import type { RequestEvent } from '@sveltejs/kit';
import { preferred } from '#lib/messages/languages.ts';
import { THEME_COOKIE, themeOf, ZONE_COOKIE, zoneOf, type Reader } from '#lib/reader.ts';
import { serverApi, type Caller } from '#lib/server/api.ts';
import { isForeign } from '#lib/server/foreign.ts';
import { CookieJar, hasSession, refreshed } from '#lib/server/session.ts';

const readerOf = ({ cookies, request }: RequestEvent): Reader => ({
  language: preferred(request.headers.get('accept-language')),
  zone: zoneOf(cookies.get(ZONE_COOKIE)),
  theme: themeOf(cookies.get(THEME_COOKIE)),
});

const callerOf = (event: RequestEvent, jar: CookieJar): Caller => ({
  cookie: jar.header,
  forwardedFor: event.getClientAddress(),
  userAgent: event.request.headers.get('user-agent') ?? '',
});

export const handle: Handle = async ({ event, resolve }) => {
  if (isForeign(event.request)) return new Response('Forbidden', { status: 403 });
  const jar = new CookieJar(event.request.headers.get('cookie'));
  const newCookies = [...(await refreshed(jar, callerOf(event, jar)))];
  const heard = (lines: readonly string[]) => {
    jar.hear(lines);
    newCookies.push(...lines);
  };
  const reader = readerOf(event);
  Object.assign(event.locals, {
    reader,
    newCookies,
    signedIn: hasSession(jar),
    api: serverApi(() => callerOf(event, jar), heard, event.cookies),
  } satisfies App.Locals);

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%daybook.language%', reader.language).replace('%daybook.theme%', reader.theme),
  });
  for (const line of newCookies) response.headers.append('set-cookie', line);
  response.headers.set('referrer-policy', 'same-origin');
  return response;
};
