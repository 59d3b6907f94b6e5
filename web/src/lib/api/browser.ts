import { AFTER_COOKIE } from '#lib/reader.ts';
import { answerOf, initOf, UNREACHABLE, urlOf, type Answer, type Api, type Sending } from './request.ts';

export type Renewal = 'renewed' | 'ended' | 'unreachable';

let renewing: Promise<Renewal> | undefined;

/** Renews the session, once at a time. */
export function renewSession(): Promise<Renewal> {
  renewing ??= fetch(urlOf('', '/auth/refresh'), { method: 'POST' })
    .then(({ ok, status }): Renewal => (ok ? 'renewed' : status === 401 ? 'ended' : 'unreachable'))
    .catch((): Renewal => 'unreachable')
    .finally(() => (renewing = undefined));
  return renewing;
}

/** The response to a request, after the session was renewed where that was needed. Rejects where nobody answers. */
export async function fetchSigned(sending: Sending): Promise<Response> {
  const url = urlOf('', sending.path, sending.query);
  const response = await fetch(url, initOf(sending));
  if (response.status !== 401 || (await renewSession()) !== 'renewed') return response;
  return fetch(url, initOf(sending));
}

async function send<T>(sending: Sending): Promise<Answer<T>> {
  try {
    const answer = await answerOf<T>(await fetchSigned(sending));
    if (answer.ok && sending.method === 'POST') rememberPosition(answer.value);
    return answer;
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    return { ok: false, problem: UNREACHABLE };
  }
}

/** So that the next page that the server renders shows what was just done. */
function rememberPosition(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('position' in value)) return;
  document.cookie = `${AFTER_COOKIE}=${String(value.position)}; path=/; max-age=5; samesite=lax`;
}

/** The API as the person in this browser. Aborting rejects with an AbortError; nothing else rejects. */
export const api: Api = {
  get: (path, query = {}, { signal, after } = {}) =>
    send({
      ...{ method: 'GET', path, query },
      ...(signal ? { signal } : {}),
      ...(after ? { headers: { 'daybook-after': after } } : {}),
    }),
  post: (path, body, headers = {}) => send({ method: 'POST', path, body, headers }),
};
