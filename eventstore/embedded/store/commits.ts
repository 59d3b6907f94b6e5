/** Tells subscriptions of commits: `count` rises with each, `after` waits for one that concerns its reader. */
export function createCommits() {
  let count = 0;
  const toAll = new Set<() => void>();
  const toStream = new Map<string, Set<() => void>>();

  function waitersOf(stream: string | undefined): Set<() => void> {
    if (stream === undefined) return toAll;
    const known = toStream.get(stream) ?? new Set();
    toStream.set(stream, known);
    return known;
  }

  function wake(waiters: Set<() => void> | undefined): void {
    const woken = [...(waiters ?? [])];
    waiters?.clear();
    for (const resolve of woken) resolve();
  }

  function announce(streams: Set<string>): void {
    count += 1;
    wake(toAll);
    for (const stream of streams) {
      wake(toStream.get(stream));
      toStream.delete(stream);
    }
  }

  /** Resolves at the next commit to `stream` (to any, when undefined), at once when there was one since `seen`, or at the abort. */
  function after(seen: number, stream: string | undefined, signal: AbortSignal): Promise<void> {
    if (count !== seen || signal.aborted) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const waiters = waitersOf(stream);
    const done = () => resolve(undefined);
    const abandon = () => {
      waiters.delete(done);
      if (stream !== undefined && waiters.size === 0) toStream.delete(stream);
      done();
    };
    waiters.add(done);
    signal.addEventListener('abort', abandon, { once: true });
    return promise.finally(() => signal.removeEventListener('abort', abandon));
  }

  return { announce, after, count: () => count };
}

export type Commits = ReturnType<typeof createCommits>;
