import type { CategoryRow } from '#api/contract/rows.ts';
import type { CategoryKind } from '#domain/category/events.ts';

export const PATH_MARK = ' > ';

export const pathText = (path: readonly string[]): string => path.join(PATH_MARK);
export const pathOf = (text: string): string[] =>
  text
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');

type Place = Pick<CategoryRow, 'categoryId' | 'kind' | 'name' | 'parentId'>;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
export const pathKey = (kind: string, path: readonly string[]): string => plain([kind, ...path].join('\n'));

export interface Paths {
  readonly of: (categoryId: string) => readonly string[];
  /** Several where names are not unique. */
  readonly at: (kind: CategoryKind, path: readonly string[]) => readonly string[];
  /** By a path from the top, or by a name wherever it is. */
  readonly named: (kind: CategoryKind, text: string) => readonly string[];
}

/** Where categories are in their trees, by names; upper and lower case are not told apart. */
export function pathsOf(categories: readonly Place[]): Paths {
  const byId = new Map(categories.map((category) => [category.categoryId, category]));
  function of(id: string, below: readonly string[] = []): readonly string[] {
    const found = byId.get(id);
    if (!found || below.length > byId.size) return below;
    const path = [found.name, ...below];
    return found.parentId === null ? path : of(found.parentId, path);
  }
  const ids = ({ categoryId }: Place) => categoryId;
  const byPath = Map.groupBy(categories, ({ kind, categoryId }) => pathKey(kind, of(categoryId)));
  const byName = Map.groupBy(categories, ({ kind, name }) => pathKey(kind, [name]));
  const at: Paths['at'] = (kind, path) => byPath.get(pathKey(kind, path))?.map(ids) ?? [];
  return {
    of,
    at,
    named(kind, text) {
      const whole = at(kind, pathOf(text));
      return whole.length > 0 ? whole : (byName.get(pathKey(kind, [text]))?.map(ids) ?? []);
    },
  };
}
