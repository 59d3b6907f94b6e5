import type { Details } from '#domain/equipment/events.ts';
import { outlineOf, type EquipmentOutline } from '#domain/equipment/outline.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import { Conditions, lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import type { EquipmentFacts } from './line.ts';
import { holdsItsTag } from './query.ts';
import type { EquipmentRow } from './row.ts';

/** A thing with all that is known of it, and what decides which commands it takes. */
export interface KnownThing extends Pick<EquipmentRow, 'equipmentId' | 'tag' | 'roomId'>, EquipmentOutline {
  readonly details: Details;
}

const KEYS_A_QUERY = 500;

function chunks(values: readonly string[]): string[][] {
  const keys = [...new Set(values.map(uniqueForm))].filter((key) => key !== '');
  const count = Math.ceil(keys.length / KEYS_A_QUERY);
  return Array.from({ length: count }, (_, n) => keys.slice(n * KEYS_A_QUERY, (n + 1) * KEYS_A_QUERY));
}

/** The things that hold these tags or serial numbers, whatever their case. */
export async function equipmentKnownAs(
  read: ReadDatabase,
  { tags, serials }: { readonly tags: readonly string[]; readonly serials: readonly string[] },
): Promise<KnownThing[]> {
  const found = new Map<string, KnownThing>();
  const asked = [
    ...chunks(tags).map((keys) => new Conditions().oneOf('tag_key', keys)),
    ...chunks(serials).map((keys) => new Conditions().oneOf('serial_key', keys)),
  ];
  for (const { text, bindings } of asked) {
    const sql = `select doc, facts from {equipment_register} ${text}`;
    for (const { doc, facts } of await lines<{ doc: string; facts: string }>(read, sql, bindings)) {
      const row = JSON.parse(doc) as EquipmentRow;
      if (!holdsItsTag(row)) continue;
      const { equipmentId, tag, roomId } = row;
      const { state } = JSON.parse(facts) as EquipmentFacts;
      found.set(equipmentId, { equipmentId, tag, roomId, details: state.details, ...outlineOf(state) });
    }
  }
  return [...found.values()];
}
