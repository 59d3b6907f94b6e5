import { renewSession } from '#lib/api/browser.ts';

const EVERY_MS = 10 * 60_000;

/** Renews the session of an open page before it runs out, so that images and the next page need not wait. */
export function keepSession(): () => void {
  let last = Date.now();
  const renew = () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < EVERY_MS) return;
    last = Date.now();
    void navigator.locks.request('daybook-session', { ifAvailable: true }, async (lock) => {
      if (lock) await renewSession();
    });
  };
  const timer = setInterval(renew, EVERY_MS / 10);
  document.addEventListener('visibilitychange', renew);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', renew);
  };
}
