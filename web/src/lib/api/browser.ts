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

async function send<T>(sending: Sending): Promise<Answer<T>> {
  const url = urlOf('', sending.path, sending.query);
  try {
    let response = await fetch(url, initOf(sending));
    if (response.status === 401 && (await renewSession()) === 'renewed')
      response = await fetch(url, initOf(sending));
    const answer = await answerOf<T>(response);
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
  get: (path, query = {}, signal) => send({ method: 'GET', path, query, ...(signal ? { signal } : {}) }),
  post: (path, body, headers = {}) => send({ method: 'POST', path, body, headers }),
};
