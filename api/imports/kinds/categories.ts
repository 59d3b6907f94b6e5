import { categoryCommands } from '#commands/registry.ts';
import { categoryKind } from '#domain/category/events.ts';
import { creating, SAME, type Judge, type Known } from '../judge.ts';
import { pathKey, pathOf, pathsOf, pathText } from '../paths.ts';
import type { RowReader } from '../rowReader.ts';

const { input } = categoryCommands.createCategory;

function placeIn(row: RowReader) {
  const kind = row.text('kind').toLowerCase();
  const path = [...pathOf(row.text('parent')), ...pathOf(row.text('name'))];
  return { kind, path, above: path.slice(0, -1), key: pathKey(kind, path) };
}
type Place = ReturnType<typeof placeIn>;

/** The ids of categories by their paths: those that stand, and those that rows before make. */
function idsIn({ standing, idOf }: Known) {
  const active = standing.categories.filter(({ status }) => status === 'Active');
  const paths = pathsOf(active);
  const stand = new Map(
    active.map(({ kind, categoryId }) => [pathKey(kind, paths.of(categoryId)), categoryId]),
  );
  const made = new Map<string, string>();
  return {
    stands: ({ key }: Place) => stand.has(key),
    /** Null at the top; undefined where there is none. */
    parentOf({ kind, above }: Place): string | null | undefined {
      if (above.length === 0) return null;
      const key = pathKey(kind, above);
      return stand.get(key) ?? made.get(key);
    },
    make: ({ key }: Place, row: number) => made.set(key, idOf(row)),
  };
}

/** A category is known by its kind and its path. Its parent stands, or a row of the file before it makes it. */
export const judgeCategories: Judge = (known) => {
  const ids = idsIn(known);
  return (row) => {
    const place = placeIn(row);
    const { kind, path, above } = place;
    const parentId = ids.parentOf(place);
    if (parentId === undefined && categoryKind.safeParse(kind).success)
      row.fault('parent', `There is no category ${pathText(above)}, and no row before this makes it.`);
    const said = row.parsed(input, { kind, name: path.at(-1) ?? '', parentId: parentId ?? null });
    const stands = ids.stands(place);
    if (said && !stands) ids.make(place, row.row);
    const verdict = stands ? SAME : creating('createCategory', said);
    return { key: pathText(path), unique: { name: place.key }, verdict, wave: path.length };
  };
};
