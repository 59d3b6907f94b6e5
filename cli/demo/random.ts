import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { v5 } from 'uuid';

const NAMESPACE = '5b1ce2ea-6d0c-5c1b-9f53-0f6a5d1c8a41';

/** A name-based id (RFC 9562, version 5): the same demo has the same records on every machine. */
export const demoId = (name: string): string => v5(name, NAMESPACE);

export interface Random {
  /** Both bounds included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
}

const FINE = 1_000_000;

export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    int,
    chance: (probability) => int(0, FINE - 1) < probability * FINE,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: (items) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      let left = (int(0, FINE - 1) / FINE) * total;
      for (const [item, weight] of items) if ((left -= weight) < 0) return item;
      throw new RangeError('nothing to draw from');
    },
  };
}
