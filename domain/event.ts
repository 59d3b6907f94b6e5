import type { z } from 'zod';
import type { UserId } from './ids.ts';

/**
 * One kind of event: the version that is written today, the facets of the record that it changes
 * (see {@link clash}), and the shape of its data. Older versions live with their upcasters in `eventstore/`.
 */
export interface EventKind {
  readonly version: number;
  readonly facets: readonly string[];
  readonly data: z.ZodObject;
}

export type Catalogue = Readonly<Record<string, EventKind>>;

export type EventOf<C extends Catalogue> = {
  [T in keyof C & string]: { readonly type: T; readonly data: z.output<C[T]['data']> };
}[keyof C & string];

/** An event with who did it (null: the desk itself) and when it happened, an RFC 3339 instant in UTC. */
export type Happened<E> = E & { readonly by: UserId | null; readonly at: string };

/** How a kind of record is folded from the events of its stream `<category>-<id>`. */
export interface Aggregate<S, E> {
  readonly category: string;
  readonly initial: S;
  evolve(this: void, state: S, event: Happened<E>): S;
}

/** Do two sets of facets touch? Changes to different facets of one record may both go through. */
export const clash = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((facet) => b.includes(facet));

export const kind = <D extends z.ZodObject>(facets: readonly string[], data: D, version = 1) => ({
  version,
  facets,
  data,
});
