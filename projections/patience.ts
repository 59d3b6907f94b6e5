import { setTimeout as delay } from 'node:timers/promises';
import { PositionLost } from './state.ts';

export interface Log {
  info(this: void, message: string, facts?: object): void;
  warn(this: void, message: string, facts?: object): void;
  error(this: void, message: string, facts?: object): void;
}

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/** The work was ended from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Tries until it succeeds, with longer and longer breaks. Throws what no repeat can mend. */
export async function patiently<T>(
  what: string,
  work: () => Promise<T>,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<T> {
  for (let wait = FIRST_MS; ; wait = Math.min(wait * 2, LONGEST_MS)) {
    if (signal.aborted) throw new Stopped();
    try {
      return await work();
    } catch (fault) {
      if (fault instanceof PositionLost || fault instanceof Stopped) throw fault;
      log.warn(`${what} failed and is tried again`, { fault: brief(fault), waitMs: wait });
      await delay(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Statements can be a megabyte long; a log line should not be. */
export const brief = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).slice(-500);
