import type { Recorded } from '#eventstore/journal.ts';
import type { Projection } from './projection.ts';
import { RowCache } from './rowCache.ts';
import { keysOf } from './unitFold.ts';

const ROWS_KEPT = 4_000;

/** A projection with its rows in memory. */
export interface Unit {
  readonly from: Projection;
  readonly cache: RowCache;
  /** The fields that are kept in columns, as JSON leaves them out. */
  readonly omitted: Readonly<Record<string, undefined>>;
}

export const unitOf = (from: Projection): Unit => ({
  from,
  cache: new RowCache(ROWS_KEPT),
  omitted: Object.fromEntries(from.apart.map((field) => [field, undefined])),
});

/** The keys of rows that events touch, and do not create, and that are neither in memory nor in the open batch. */
export function missingKeys(
  { from, cache }: Unit,
  events: readonly Recorded[],
  isOpen: (key: string) => boolean,
): string[] {
  const created = new Set<string>();
  const missing = new Set<string>();
  for (const event of events) {
    if (!from.on[event.type]) continue;
    const creates = from.creates(event);
    for (const key of keysOf(from, event))
      if (creates) created.add(key);
      else if (!created.has(key) && !cache.has(key) && !isOpen(key)) missing.add(key);
  }
  return [...missing];
}

/** A row as JSON, without the fields that are kept in columns. */
export const textOf = ({ from, omitted }: Unit, row: object): string =>
  JSON.stringify(from.apart.length === 0 ? row : { ...row, ...omitted });
