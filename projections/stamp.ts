import type { EventType } from '#domain/catalogue.ts';
import type { Recorded } from '#eventstore/journal.ts';
import type { Folds, Sight } from './projection.ts';

export interface Stamped {
  readonly updatedAt: string;
  readonly revision: string;
  readonly position: string;
}

/** The later of two instants (RFC 3339, UTC), which are told by their letters where they are equally precise. */
export function later(a: string, b: string): string {
  const first = a.length === b.length ? a >= b : Date.parse(a) >= Date.parse(b);
  return first ? a : b;
}

/** When and where an event left a record; a late fact does not move `updatedAt` back. */
export const stamp = (row: Stamped | null, event: Recorded): Stamped => ({
  updatedAt: row ? later(row.updatedAt, event.at) : event.at,
  revision: String(event.revision),
  position: String(event.position),
});

type AnyFold<R> = (row: R | null, event: Recorded, sight: Sight) => R | null;

/** The folds, and for each type of the record's events a stamp on the row that is there afterwards. */
export function stamped<R extends Stamped>(types: readonly EventType[], folds: Folds<R>): Folds<R> {
  const wrapped = types.map((type): [EventType, AnyFold<R>] => {
    const fold = folds[type] as AnyFold<R> | undefined;
    return [
      type,
      (row, event, sight) => {
        const next = fold ? fold(row, event, sight) : row;
        return next && { ...next, ...stamp(row, event) };
      },
    ];
  });
  return Object.fromEntries(wrapped);
}

/** A fold of a row that must be there; without it the event changes nothing. */
export const onRow =
  <R, E>(fold: (row: R, event: E, sight: Sight) => R | null) =>
  (row: R | null, event: E, sight: Sight): R | null =>
    row && fold(row, event, sight);

export const typesOf = (events: Readonly<Partial<Record<EventType, unknown>>>): EventType[] =>
  Object.keys(events) as EventType[];
