export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Lets one piece of work after the other have a name, in the order of asking. */
export function createLock(): Lock {
  const last = new Map<string, Promise<null>>();
  return async (name, work) => {
    const before = last.get(name);
    const turn = Promise.withResolvers<null>();
    last.set(name, turn.promise);
    await before;
    try {
      return await work();
    } finally {
      if (last.get(name) === turn.promise) last.delete(name);
      turn.resolve(null);
    }
  };
}
