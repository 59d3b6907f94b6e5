import type { Standing } from '#domain/equipment/equipment.ts';
import { rowOf } from '#projections/equipmentRegister/line.ts';
import { entryFacts } from '#projections/history/entry.ts';
import { STILL } from '#projections/history/derived.ts';
import { isId, lines, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import { changesOf, type Naming } from './changes.ts';
import { replay, until, type Replay, type Replayed } from './replay.ts';
import type { EquipmentHistoryRow } from './row.ts';

/** Every event of a thing in order; undefined where the viewer may not know, or there is none. */
export async function equipmentHistory(
  read: ReadDatabase,
  viewer: Viewer,
  equipmentId: string,
): Promise<EquipmentHistoryRow[] | undefined> {
  if (readsNone(viewer, 'equipmentHistory') || !isId(equipmentId)) return undefined;
  const replayed = await replay(read, [equipmentId]);
  const { steps } = replayed;
  if (steps.length === 0) return undefined;
  const naming = await namesIn(read, viewer, steps);
  return steps.map((step, index) => historyRow({ step, next: steps[index + 1], replayed, naming }));
}

interface Telling {
  readonly step: Replayed;
  readonly next: Replayed | undefined;
  readonly replayed: Replay;
  readonly naming: Naming;
}

function historyRow({ step, next, replayed: { steps, placed }, naming }: Telling): EquipmentHistoryRow {
  const { event, line, look } = step;
  const before = steps.find(({ after }) => after === step.before);
  const after = placed(step, until(step));
  return {
    equipmentId: event.entityId,
    ...entryFacts(event, look),
    changes: changesOf({ event, before: before ? placed(before, until(before)) : null, after }, naming),
    validFrom: after.updatedAt,
    validTo: line.valid_to === STILL ? null : (next?.after.updatedAt ?? null),
    state: rowOf(after),
  };
}

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
