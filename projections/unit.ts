import type { Recorded } from '#eventstore/journal.ts';
import type { Projection } from './projection.ts';
import { RowCache } from './rowCache.ts';
import { keysOf } from './unitFold.ts';

const ROWS_KEPT = 15_000;

/** A projection with its rows in memory and their JSON. */
export interface Unit {
  readonly from: Projection;
  readonly cache: RowCache;
  readonly texts: WeakMap<object, string>;
}

export const unitOf = (from: Projection): Unit => ({
  from,
  cache: new RowCache(ROWS_KEPT),
  texts: new WeakMap(),
});

/** The keys of rows that a batch touches and that are not in memory. */
export function missingKeys({ from, cache }: Unit, events: readonly Recorded[]): string[] {
  const touching = events.filter((event) => from.on[event.type] && !from.creates(event));
  const keys = new Set(touching.flatMap((event) => keysOf(from, event)));
  return [...keys].filter((key) => !cache.has(key));
}

/** A row as JSON, without the fields that are kept in columns. */
export function textOf({ from, texts }: Unit, row: object): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = JSON.stringify(from.apart.length === 0 ? row : without(row, from.apart));
  texts.set(row, text);
  return text;
}

const without = (row: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
