import { replay, type Replayed, type Until } from '#projections/equipmentHistory/replay.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

/** The thing as it stood at a moment (RFC 3339) or after the event of a revision. */
export type At = { readonly asOf: string } | { readonly revision: string };

interface Then {
  readonly line: EquipmentLine;
  readonly components: readonly EquipmentLine[];
}

/** A thing as it stood, with what was part of it; undefined where it was not there. */
export async function thingThen(read: ReadDatabase, equipmentId: string, at: At): Promise<Then | undefined> {
  const { steps, placed } = await replay(read, [equipmentId]);
  const until = untilOf(steps, at);
  const stood = until && steps.findLast(until);
  if (!stood) return undefined;
  const others = await replay(read, await everPartOf(read, equipmentId));
  const things = Map.groupBy(others.steps, ({ event }) => event.entityId);
  const components = [...things.values()].flatMap((own) => own.findLast(until)?.after ?? []);
  return {
    line: placed(stood, until),
    components: components.filter(({ hostId }) => hostId === equipmentId),
  };
}

function untilOf(steps: readonly Replayed[], at: At): Until | undefined {
  if ('asOf' in at) {
    const moment = Date.parse(at.asOf);
    return ({ line }) => line.valid_from <= moment;
  }
  const reached = steps.find(({ event }) => String(event.revision) === at.revision);
  return reached && (({ event }) => event.position <= reached.event.position);
}

async function everPartOf(read: ReadDatabase, hostId: string): Promise<string[]> {
  const sql = `select equipment_id, min(number) as number from {equipment_history} where host_id = ?
    group by equipment_id order by number`;
  return (await lines<{ equipment_id: string }>(read, sql, [hostId])).map(({ equipment_id }) => equipment_id);
}
