import { z } from 'zod';
import { kind, type Aggregate, type EventOf } from './event.ts';

/**
 * `guard-<kind>`: which record is about to end, and at which revision of it. Each is appended at the exact revision
 * of the guard, so that of two records that rely on each other only one can end.
 */
export const guardEvents = {
  EndAnnounced: kind([], z.object({ of: z.uuid(), revision: z.int().nonnegative() })),
} as const;
export type GuardEvent = EventOf<typeof guardEvents>;

/** The last revision at which the end of a record was announced, by its id. */
export type Announced = ReadonlyMap<string, number>;

/** An end that is not in its record after so many others have been announced never comes. */
const REMEMBERED = 1_000;

export const guard: Aggregate<Announced, GuardEvent> = {
  category: 'guard',
  initial: new Map(),
  evolve: (state, { data: { of, revision } }) =>
    new Map([...[...state].filter(([id]) => id !== of), [of, revision] as const].slice(-REMEMBERED)),
};

/**
 * May a record that stands at this revision still end as announced? Once it has gone on from there, it has ended
 * already, or its end is refused by the exact revision of its stream.
 */
export const isEnding = (announced: Announced, id: string, revision: number): boolean =>
  revision <= (announced.get(id) ?? -1);
