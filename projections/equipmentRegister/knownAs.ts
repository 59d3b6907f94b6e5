import type { RegisteredEquipment, Stage } from '#domain/equipment/equipment.ts';
import type { Details } from '#domain/equipment/events.ts';
import { tagKey } from '#domain/equipment/label.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import type { EquipmentRow } from './row.ts';

export interface KnownEquipment {
  readonly equipmentId: string;
  readonly tag: string;
  readonly stage: Stage;
  readonly roomId: string | null;
  readonly details: Details;
}

/** Statements take only so many values. */
const AT_ONCE = 500;

async function found(read: ReadDatabase, column: string, keys: readonly string[]): Promise<KnownEquipment[]> {
  const sql = `select doc, facts from {equipment_register}
    where stage not in ('Disposed', 'Withdrawn') and ${column} in (${keys.map(() => '?').join(', ')})`;
  const rows = await lines<{ doc: string; facts: string }>(read, sql, keys);
  return rows.map(({ doc, facts }) => {
    const { equipmentId, tag, stage, roomId } = JSON.parse(doc) as EquipmentRow;
    const { state } = JSON.parse(facts) as { readonly state: RegisteredEquipment };
    return { equipmentId, tag, stage, roomId, details: state.details };
  });
}

/** The things that hold these tags or serial numbers. For the desk itself: it asks for nobody's role. */
export async function equipmentKnownAs(
  read: ReadDatabase,
  { tags, serials }: { readonly tags: readonly string[]; readonly serials: readonly string[] },
): Promise<readonly KnownEquipment[]> {
  const things = new Map<string, KnownEquipment>();
  const sought = [
    ['tag_key', tags],
    ['serial_key', serials],
  ] as const;
  for (const [column, values] of sought) {
    const keys = [...new Set(values.map(tagKey).filter((key) => key !== ''))];
    for (let from = 0; from < keys.length; from += AT_ONCE)
      for (const thing of await found(read, column, keys.slice(from, from + AT_ONCE)))
        things.set(thing.equipmentId, thing);
  }
  return [...things.values()];
}
