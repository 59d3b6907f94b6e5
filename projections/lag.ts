import { projections } from './all.ts';
import type { Generation } from './state.ts';

interface Wanted {
  readonly name: string;
  readonly version: number;
}

/** Of each projection that screens read: what they read, or will, where its present version is still being made. */
export function presentOf(
  known: readonly Generation[],
  wanted: readonly Wanted[] = projections,
): readonly (Generation | undefined)[] {
  return wanted.map(({ name, version }) => {
    const own = known.filter((one) => one.name === name && one.version === version);
    return own.find(({ status }) => status === 'active') ?? own[0];
  });
}

/**
 * How many positions of the journal the tables are behind its end, by the one that is furthest behind; the last
 * event of a record stands at `end`. Tables that have stopped at a fault are not counted: they stay where they are.
 */
export function lagOf(
  known: readonly Generation[],
  end: bigint,
  wanted: readonly Wanted[] = projections,
): number {
  const running = presentOf(known, wanted).filter((one) => !one?.fault);
  const behind = running.map((one) => Number(end - (one?.position ?? -1n)));
  return Math.max(0, ...behind);
}
