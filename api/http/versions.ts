/** How new the read tables are, so that an answer made of them can be kept for exactly as long as they stay so. */
export interface Versions {
  /** Changes whenever one of the tables does. */
  readonly of: (tables: readonly string[]) => string;
  readonly changed: (changes: readonly { readonly table: string }[], position: bigint) => void;
}

/** @param follow the position of the tables where another process writes them: every event then counts for every table */
export function createVersions(position: () => bigint, writesHere: () => boolean): Versions {
  const last = new Map<string, bigint>();
  return {
    of: (tables) => {
      if (!writesHere()) return position().toString();
      const newest = tables.reduce((max, table) => {
        const at = last.get(table) ?? 0n;
        return at > max ? at : max;
      }, 0n);
      return newest.toString();
    },
    changed: (changes, at) => {
      for (const { table } of changes) last.set(table, at);
    },
  };
}
