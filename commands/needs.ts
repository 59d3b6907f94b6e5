import { streamOf } from '#domain/ids.ts';
import type { Known, Needs, Ref, StatesOf } from './command.ts';

const nameOf = (ref: Ref<unknown>): string => streamOf(ref.aggregate.category, ref.id);

export function statesOf<N extends Needs>(needs: N, known: Known): StatesOf<N> {
  return Object.fromEntries(Object.entries(needs).map(([key, ref]) => [key, known(ref)])) as StatesOf<N>;
}

/** Loads what a command needs, and what it turns out to need once that is known. */
export async function gather<N extends Needs>(
  ask: (known: Known) => N,
  load: (ref: Ref<unknown>) => Promise<unknown>,
): Promise<StatesOf<N>> {
  const loaded = new Map<string, unknown>();
  const known: Known = <S>(ref: Ref<S> | undefined) => ref && (loaded.get(nameOf(ref)) as S | undefined);
  for (;;) {
    const needs = ask(known);
    const missing = Object.values(needs).filter((ref) => ref !== undefined && !loaded.has(nameOf(ref)));
    if (missing.length === 0) return statesOf(needs, known);
    await Promise.all(missing.map(async (ref) => ref && loaded.set(nameOf(ref), await load(ref))));
  }
}
