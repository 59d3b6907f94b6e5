import { uniqueForm } from '#domain/equipment/rules.ts';
import { eventOf, type StoredLine } from '#projections/history/line.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

/** The commands that followed from a stock-take; where several did from one line, the last. */
export interface Decisions {
  /** By the things, or the scans of what nobody knew. */
  readonly byLine: ReadonlyMap<string, string>;
  /** Of things that nobody knew, by their tags. */
  readonly registered: ReadonlyMap<string, string>;
}

type Line = StoredLine & { readonly equipment_id: string };
interface Decided {
  readonly line: string;
  readonly command: string;
  readonly position: bigint;
}

/** Decisions are commands that have the stock-take as their correlation; sighting a thing decides nothing. */
export async function decisionsOf(read: ReadDatabase, stocktakeId: string): Promise<Decisions> {
  const [events, left] = await Promise.all([followed(read, stocktakeId), leftIn(read, stocktakeId)]);
  const decided = events.map(({ entityId: line, meta, position }): Decided => {
    return { line, command: meta.command, position };
  });
  const inOrder = [...decided, ...left].sort((a, b) => (a.position < b.position ? -1 : 1));
  return {
    byLine: new Map(inOrder.map(({ line, command }) => [line, command])),
    registered: new Map(
      events.flatMap((event) =>
        event.type === 'EquipmentRegistered'
          ? [[uniqueForm(event.data.tag), event.meta.command] as const]
          : [],
      ),
    ),
  };
}

async function followed(read: ReadDatabase, stocktakeId: string) {
  const sql = `select id, equipment_id, revision, valid_from, valid_to, entry from {equipment_history}
    where correlation_id = ? order by id`;
  const found = await lines<Line>(read, sql, [stocktakeId]);
  return found
    .map((line) => eventOf(line, 'equipment', line.equipment_id))
    .filter(({ type }) => type !== 'EquipmentSighted');
}

async function leftIn(read: ReadDatabase, stocktakeId: string): Promise<Decided[]> {
  const sql = 'select line, position from {stocktake_left} where stocktake_id = ?';
  const found = await lines<{ line: string; position: number | string }>(read, sql, [stocktakeId]);
  return found.map(({ line, position }) => ({ line, command: 'leaveLine', position: BigInt(position) }));
}
