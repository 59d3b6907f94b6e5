const TICK_MS = 15_000;

let now = $state(Date.now());

const inBrowser = typeof window !== 'undefined';

/** Milliseconds since the epoch, going on while something shows it. A server asks anew for each page that it writes. */
export const clock = {
  get now(): number {
    return inBrowser ? now : Date.now();
  },
};

if (inBrowser) setInterval(() => (now = Date.now()), TICK_MS);
