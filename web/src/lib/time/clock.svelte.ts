const TICK_MS = 15_000;

let now = $state(Date.now());

/** Milliseconds since the epoch, going on while something shows it. */
export const clock = {
  get now(): number {
    return now;
  },
};

if (typeof window !== 'undefined') setInterval(() => (now = Date.now()), TICK_MS);
