import type { CategoryRow } from '#lib/contract.ts';

export interface Branch {
  readonly row: CategoryRow;
  readonly depth: number;
}

const DEEPEST = 12;

/** Categories in the order of the tree; those whose parent is not listed stand at the top. */
export function branches(rows: readonly CategoryRow[]): readonly Branch[] {
  const known = new Set(rows.map(({ categoryId }) => categoryId));
  const top = (row: CategoryRow) => row.parentId === null || !known.has(row.parentId);
  const below = (row: CategoryRow, depth: number): readonly Branch[] => [
    { row, depth },
    ...(depth < DEEPEST ? inside(row.categoryId).flatMap((child) => below(child, depth + 1)) : []),
  ];
  const byName = (list: readonly CategoryRow[]) => list.toSorted((a, b) => a.name.localeCompare(b.name));
  const inside = (parentId: string) => byName(rows.filter((row) => row.parentId === parentId));
  return byName(rows.filter(top)).flatMap((row) => below(row, 0));
}
