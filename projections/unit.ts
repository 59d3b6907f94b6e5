import type { Recorded } from '#eventstore/journal.ts';
import type { Projection } from './projection.ts';
import { RowCache } from './rowCache.ts';
import { keysOf } from './unitFold.ts';

const ROWS_KEPT = 15_000;

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

/** The keys of rows that a batch touches and that are not in memory. */
export function missingKeys({ from, cache }: Unit, events: readonly Recorded[]): string[] {
  const touching = events.filter((event) => from.on[event.type] && !from.creates(event));
  const keys = new Set(touching.flatMap((event) => keysOf(from, event)));
  return [...keys].filter((key) => !cache.has(key));
}

/** A row as JSON, without the fields that are kept in columns. */
export const textOf = ({ from, omitted }: Unit, row: object): string =>
  JSON.stringify(from.apart.length === 0 ? row : { ...row, ...omitted });
