import type { CategoryRow } from '#api/contract/rows.ts';
import { categoryCommands } from '#commands/registry.ts';
import { categoryKind } from '#domain/category/events.ts';
import { hidesFields, type FieldDefinition } from '#domain/category/fields.ts';
import { refusals } from '#domain/rejection.ts';
import { contradict, creating, SAME, type Judge, type Known, type Verdict } from '../judge.ts';
import { pathKey, pathOf, pathsOf, pathText } from '../paths.ts';
import type { RowReader } from '../rowReader.ts';
import { fieldsIn, fieldsText } from './fieldText.ts';

const { input } = categoryCommands.createCategory;

function placeIn(row: RowReader) {
  const kind = row.text('kind').toLowerCase();
  const path = [...pathOf(row.text('parent')), ...pathOf(row.text('name'))];
  return { kind, path, above: path.slice(0, -1), key: pathKey(kind, path) };
}
type Place = ReturnType<typeof placeIn>;

/** Categories by their paths: those that stand, and the ids of those that rows before make. */
function idsIn({ standing, idOf }: Known) {
  const active = standing.categories.filter(({ status }) => status === 'Active');
  const paths = pathsOf(active);
  const stand = new Map(
    active.map((category) => [pathKey(category.kind, paths.of(category.categoryId)), category]),
  );
  const made = new Map<string, string>();
  return {
    standing: ({ key }: Place): CategoryRow | undefined => stand.get(key),
    /** Null at the top; undefined where there is none. */
    parentOf({ kind, above }: Place): string | null | undefined {
      if (above.length === 0) return null;
      const key = pathKey(kind, above);
      return stand.get(key)?.categoryId ?? made.get(key);
    },
    /** Of several rows that say the same, the first makes it. */
    make({ key }: Place, row: number) {
      if (!made.has(key)) made.set(key, idOf(row));
    },
  };
}

/** An empty cell says nothing of the fields that stand. */
const against = (row: RowReader, stands: CategoryRow, fields: readonly FieldDefinition[]): Verdict =>
  fields.length === 0
    ? SAME
    : contradict(row, { fields: fieldsText(stands.fields) }, { fields: fieldsText(fields) });

/** What a row says of a category that is to be made there; undefined, with the faults kept, where it is at fault. */
function saidBy(row: RowReader, { kind, path, above }: Place, parentId: string | null | undefined) {
  if (parentId === undefined && categoryKind.safeParse(kind).success)
    row.fault('parent', `There is no category ${pathText(above)}, and no row before this makes it.`);
  const { fields, faults } = fieldsIn(row.text('fields'));
  for (const fault of faults) row.fault('fields', fault);
  if (kind === 'ticket' && hidesFields(fields)) row.fault('fields', refusals.OnlyEquipmentHidesFields);
  return row.parsed(input, { kind, name: path.at(-1) ?? '', parentId: parentId ?? null, fields });
}

/** A category is known by its kind and its path. Its parent stands, or a row of the file before it makes it. */
export const judgeCategories: Judge = (known) => {
  const ids = idsIn(known);
  return (row) => {
    const place = placeIn(row);
    const said = saidBy(row, place, ids.parentOf(place));
    const stands = ids.standing(place);
    if (said && !stands) ids.make(place, row.row);
    const verdict = stands ? against(row, stands, said?.fields ?? []) : creating('createCategory', said);
    return { key: pathText(place.path), unique: { name: place.key }, verdict, wave: place.path.length };
  };
};
