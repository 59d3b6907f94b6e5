import { uniqueForm } from '#domain/equipment/rules.ts';
import { eventOf, type StoredLine } from '#projections/history/line.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

/** The commands that followed from a stock-take. */
export interface Decisions {
  readonly byThing: ReadonlyMap<string, string>;
  /** Of things that nobody knew, by their tags. */
  readonly registered: ReadonlyMap<string, string>;
}

type Line = StoredLine & { readonly equipment_id: string };

/** Decisions are commands that have the stock-take as their correlation; sighting a thing decides nothing. */
export async function decisionsOf(read: ReadDatabase, stocktakeId: string): Promise<Decisions> {
  const sql = `select id, equipment_id, revision, valid_from, valid_to, entry from {equipment_history}
    where correlation_id = ? order by id`;
  const found = await lines<Line>(read, sql, [stocktakeId]);
  const events = found
    .map((line) => eventOf(line, 'equipment', line.equipment_id))
    .filter(({ type }) => type !== 'EquipmentSighted');
  return {
    byThing: new Map(events.map(({ entityId, meta }) => [entityId, meta.command])),
    registered: new Map(
      events.flatMap((event) =>
        event.type === 'EquipmentRegistered'
          ? [[uniqueForm(event.data.tag), event.meta.command] as const]
          : [],
      ),
    ),
  };
}
