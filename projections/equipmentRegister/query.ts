import { uniqueForm } from '#domain/equipment/rules.ts';
import { listEquipmentAsOf } from '#projections/equipmentHistory/asOf.ts';
import { cut, linesOf } from '#projections/keyset.ts';
import { Conditions, docsOf, isId, lines, readsAll, readsNone } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { EquipmentFilters } from './filters.ts';
import { equipmentPageOf } from './pages.ts';
import type { EquipmentRow } from './row.ts';
import { isFound, told } from './told.ts';

/** Things that the viewer may read, `items` as the text of a JSON array. Throws {@link BadCursor}. */
export async function listEquipment(
  read: ReadDatabase,
  viewer: Viewer,
  filters: EquipmentFilters,
): Promise<{ readonly items: string; readonly next: string | null }> {
  if (readsNone(viewer, 'equipment')) return { items: '[]', next: null };
  if (filters.asOf !== undefined) {
    const then = await listEquipmentAsOf(read, viewer, { ...filters, asOf: filters.asOf });
    return { items: JSON.stringify(then.items), next: then.next };
  }
  const page = equipmentPageOf(read, viewer, filters);
  const { shown, next } = cut(await linesOf(read, page), page);
  // Who reads all of a row is given its text as it stands.
  if (readsAll(viewer, 'purchases')) return { items: `[${shown.map(({ doc }) => doc).join(',')}]`, next };
  const items = docsOf<EquipmentRow>(shown).filter((row) => isFound(row, filters.q));
  // That there is another page would tell what was found by what is not told.
  if (items.length === 0 && next !== null) return listEquipment(read, viewer, { ...filters, cursor: next });
  return { items: JSON.stringify(items.map((row) => told(viewer, row))), next };
}

/** The same as rows. */
export async function listEquipmentRows(
  read: ReadDatabase,
  viewer: Viewer,
  filters: EquipmentFilters,
): Promise<Page<EquipmentRow>> {
  const { items, next } = await listEquipment(read, viewer, filters);
  return { items: JSON.parse(items) as EquipmentRow[], next };
}

const select = async (read: ReadDatabase, conditions: Conditions, most = ''): Promise<EquipmentRow[]> =>
  docsOf(
    await lines<{ doc: string }>(
      read,
      `select doc from {equipment_register} ${conditions.text} order by number ${most}`,
      conditions.bindings,
    ),
  );

/** Those of the things that the viewer may read, by their registration. */
export async function equipmentByIds(
  read: ReadDatabase,
  viewer: Viewer,
  ids: readonly string[],
): Promise<EquipmentRow[]> {
  if (ids.length === 0 || readsNone(viewer, 'equipment')) return [];
  const conditions = new Conditions().oneOf('id', ids);
  if (!readsAll(viewer, 'equipment')) conditions.is('holder_id', viewer.userId);
  return (await select(read, conditions)).map((row) => told(viewer, row));
}

/** What a person has; undefined where the viewer may not know. */
export async function equipmentHeldBy(
  read: ReadDatabase,
  viewer: Viewer,
  userId: string,
): Promise<EquipmentRow[] | undefined> {
  if (!readsAll(viewer, 'equipment') && viewer.userId !== userId) return undefined;
  if (!isId(userId)) return [];
  return (await select(read, new Conditions().is('holder_id', userId))).map((row) => told(viewer, row));
}

/** Its components. */
export const componentsOf = (read: ReadDatabase, hostId: string): Promise<EquipmentRow[]> =>
  select(read, new Conditions().is('host_id', hostId));

/** All that is in a room, components too. */
export const occupantsOf = (read: ReadDatabase, roomId: string): Promise<EquipmentRow[]> =>
  select(read, new Conditions().is('room_id', roomId));

/** What is lent from a room and not signed for yet: where it is declined, it comes back. */
export const awaitedBackIn = (read: ReadDatabase, roomId: string): Promise<EquipmentRow[]> =>
  select(
    read,
    new Conditions()
      .is('home_id', roomId)
      .is('acceptance', 'awaiting')
      .oneOf('stage', ['CheckedOut', 'InRepair']),
  );

/** The thing that has a tag, whatever its case; of those that had it and are gone, the last. */
export async function thingTagged(read: ReadDatabase, tag: string): Promise<EquipmentRow | undefined> {
  const key = uniqueForm(tag);
  if (key === '') return undefined;
  // The database finds tags alike; one is the same.
  const alike = await select(read, new Conditions().is('tag_key', key), 'limit 100');
  const same = alike.filter((row) => uniqueForm(row.tag) === key);
  return same.find(holdsItsTag) ?? same.at(-1);
}

/** Whether its tag is still its own, and not free for another thing. */
export const holdsItsTag = ({ stage }: EquipmentRow): boolean =>
  stage !== 'Disposed' && stage !== 'Withdrawn';
