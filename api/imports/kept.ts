import { LRUCache } from 'lru-cache';
import type { ImportKind } from '#api/contract/imports.ts';
import type { Imports, KeptImport } from '#vault/imports.ts';
import type { JudgedRow } from './judge.ts';
import type { About } from './plan.ts';

/** As it stands in the vault, understood. */
export interface Kept extends KeptImport {
  readonly kind: ImportKind;
  readonly told: About;
}

export const totalOf = ({ told: { counts } }: Kept): number => counts.create + counts.update;

export interface KeptImports {
  readonly find: (importId: string) => Promise<Kept | undefined>;
  readonly rowsOf: (importId: string) => Promise<readonly JudgedRow[]>;
  readonly add: (one: Pick<Kept, 'importId' | 'kind' | 'told'>, rows: readonly JudgedRow[]) => Promise<void>;
  readonly forget: (importId: string) => void;
}

/** The imports of the vault; the rows of the last few are at hand. */
export function createKept(imports: Imports): KeptImports {
  const plans = new LRUCache<string, readonly JudgedRow[]>({ max: 4 });
  return {
    async find(importId) {
      const kept = await imports.get(importId);
      return kept && { ...kept, kind: kept.kind as ImportKind, told: JSON.parse(kept.about) as About };
    },
    async rowsOf(importId) {
      const known = plans.get(importId);
      if (known) return known;
      const rows = JSON.parse((await imports.plan(importId)) ?? '[]') as readonly JudgedRow[];
      plans.set(importId, rows);
      return rows;
    },
    async add({ importId, kind, told }, rows) {
      await imports.add({ importId, kind, about: JSON.stringify(told), plan: JSON.stringify(rows) });
      plans.set(importId, rows);
    },
    forget: (importId) => void plans.delete(importId),
  };
}
