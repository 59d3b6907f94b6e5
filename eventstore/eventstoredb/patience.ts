import { setTimeout as wait } from 'node:timers/promises';
import { JournalUnavailable } from '../journal.ts';

const SHORTEST_MS = 25;
const LONGEST_MS = 2_000;

/** Milliseconds before try number `failures` + 1: doubling, with jitter, at most two seconds. */
export const backOff = (failures: number): number =>
  Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);

/** Waits, or less when the signal is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/** Throws {@link JournalUnavailable} when the work has not ended in time; the work itself goes on. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new JournalUnavailable(`The journal did not answer within ${Math.round(ms)} ms.`)),
    ms,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

interface Resumption<B> {
  /** Opens the source at the place after the last batch; called again after every failure. */
  readonly open: () => AsyncIterable<B>;
  readonly isPassing: (error: unknown) => boolean;
  readonly onFailure: (error: unknown) => void;
  /** How long to go on trying without a batch, in milliseconds. */
  readonly giveUpAfter: number;
  /** Given: the source has no end, and an end that it comes to is one more failure. */
  readonly until?: AbortSignal;
}

/** Reads a source on over failures that pass, with back-off. */
export async function* resuming<B>({
  open,
  isPassing,
  onFailure,
  giveUpAfter,
  until,
}: Resumption<B>): AsyncGenerator<B, void, void> {
  let failures = 0;
  let since = performance.now();
  while (!until?.aborted) {
    try {
      for await (const batch of open()) {
        yield batch;
        failures = 0;
        since = performance.now();
      }
      if (!until) return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      onFailure(error);
      if (performance.now() - since > giveUpAfter)
        throw new JournalUnavailable('The journal could not be read.', { cause: error });
    }
    await pause(backOff(failures), until);
    failures += 1;
  }
}
