import type { Standing } from '#domain/equipment/equipment.ts';
import { rowOf, type EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { entryFacts } from '#projections/history/entry.ts';
import { STILL } from '#projections/history/derived.ts';
import { isId, lines, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import { changesOf, stood, type Naming, type Stood } from './changes.ts';
import { replay, until, type Replayed } from './replay.ts';
import type { EquipmentHistoryRow } from './row.ts';

/** Every event of a thing in order; undefined where the viewer may not know, or there is none. */
export async function equipmentHistory(
  read: ReadDatabase,
  viewer: Viewer,
  equipmentId: string,
): Promise<EquipmentHistoryRow[] | undefined> {
  if (readsNone(viewer, 'equipmentHistory') || !isId(equipmentId)) return undefined;
  const { steps, placed } = await replay(read, [equipmentId]);
  if (steps.length === 0) return undefined;
  const naming = await namesIn(read, viewer, steps);
  let had: Stood | undefined;
  return steps.map((step, index) => {
    const has = stood(placed(step, until(step)));
    const changes = changesOf({ event: step.event, had, has }, naming);
    had = has;
    return { ...rowAfter(step, has.line), changes, validTo: validTo(step, steps[index + 1]) };
  });
}
const validTo = ({ line }: Replayed, next: Replayed | undefined): string | null =>
  line.valid_to === STILL ? null : (next?.after.updatedAt ?? null);

const rowAfter = (
  { event, look }: Replayed,
  after: EquipmentLine,
): Omit<EquipmentHistoryRow, 'changes' | 'validTo'> => ({
  equipmentId: event.entityId,
  ...entryFacts(event, look),
  validFrom: after.updatedAt,
  state: rowOf(after),
});

const repairOf = (standing: Standing): string[] =>
  standing.stage === 'InRepair' && standing.repair.ticketId ? [standing.repair.ticketId] : [];

/** Hosts by their tags, tickets by number and title as far as the viewer may read them. */
async function namesIn(read: ReadDatabase, viewer: Viewer, steps: readonly Replayed[]): Promise<Naming> {
  const ids = [...new Set(steps.flatMap(({ after }) => repairOf(after.facts.state.standing)))];
  const tickets = await ticketsByIds(read, viewer, ids);
  return {
    tickets: new Map(tickets.map(({ ticketId, number, title }) => [ticketId, `#${String(number)} ${title}`])),
  };
}

/** The things that the commands of a batch, or of a stock-take, have changed. */
export async function changedBy(read: ReadDatabase, correlationId: string): Promise<string[]> {
  if (!isId(correlationId)) return [];
  const sql = 'select distinct equipment_id from {equipment_history} where correlation_id = ?';
  return (await lines<{ equipment_id: string }>(read, sql, [correlationId])).map((line) => line.equipment_id);
}
