import type { HistoryEntry } from '#api/contract/rows.ts';

/** Those after a revision. */
export const later = <R extends HistoryEntry>(rows: readonly R[] | undefined, after = -1n): R[] | undefined =>
  rows?.filter(({ revision }) => BigInt(revision) > after);
