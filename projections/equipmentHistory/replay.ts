import type { Recorded } from '#eventstore/journal.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { equipmentRegister } from '#projections/equipmentRegister/projection.ts';
import { inHost } from '#projections/equipmentRegister/view.ts';
import { alone, eventOf, type AnyFold, type StoredLine } from '#projections/history/line.ts';
import { namesAt, type NamesAt } from '#projections/knownNames/query.ts';
import { untyped, type Look } from '#projections/projection.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

interface HistoryLine extends StoredLine {
  readonly equipment_id: string;
}

/** An event with the thing before and after it. */
export interface Replayed {
  readonly line: HistoryLine;
  readonly event: Recorded;
  readonly before: EquipmentLine | null;
  readonly after: EquipmentLine;
  readonly look: Look;
}

/** Whether an event had happened by then. */
export type Until = (step: Replayed) => boolean;

const LINES = 'id, equipment_id, revision, valid_from, valid_to, entry';

const linesOf = (read: ReadDatabase, ids: readonly string[]): Promise<HistoryLine[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : lines<HistoryLine>(
        read,
        `select ${LINES} from {equipment_history} where equipment_id in (${ids.map(() => '?').join(', ')})
         order by equipment_id, revision`,
        [...ids],
      );

/** Things folded again from their kept events, each in its order. */
export interface Replay {
  readonly steps: readonly Replayed[];
  /** A thing after an event, where its host was by then. */
  readonly placed: (step: Replayed, until: Until) => EquipmentLine;
}

export async function replay(read: ReadDatabase, equipmentIds: readonly string[]): Promise<Replay> {
  const own = readEvents(await linesOf(read, equipmentIds));
  const hostIds = own.flatMap(({ event }) => (event.type === 'ComponentFitted' ? [event.data.hostId] : []));
  const others = [...new Set(hostIds)].filter((id) => !equipmentIds.includes(id));
  const all = [...own, ...readEvents(await linesOf(read, others))];
  const names = await namesAt(
    read,
    all.flatMap(({ event }) => idsIn(event)),
  );
  const things = Map.groupBy(foldAll(all, names), ({ event }) => event.entityId);
  const placed = ({ event, after, look }: Replayed, until: Until): EquipmentLine => {
    const host = after.hostId === null ? undefined : things.get(after.hostId)?.findLast(until);
    if (!host) return after;
    const latest = host.event.position > event.position ? host.look : look;
    return named({ ...after, ...inHost(host.after) }, latest);
  };
  const steps = equipmentIds.flatMap((id) => things.get(id) ?? []);
  return { steps, placed };
}

/** Up to an event. */
export const until =
  ({ event: last }: Replayed): Until =>
  ({ event }) =>
    event.position <= last.position;

interface Told {
  readonly line: HistoryLine;
  readonly event: Recorded;
}

const readEvents = (found: readonly HistoryLine[]): Told[] =>
  found.map((line) => ({ line, event: eventOf(line, 'equipment', line.equipment_id) }));

const NAMED = ['roomId', 'categoryId'];
function idsIn(event: Recorded): string[] {
  const data: Readonly<Record<string, unknown>> = event.data;
  const to = event.type === 'EquipmentCheckedOut' ? Object.values<string>(event.data.to) : [];
  return [event.by, ...to, ...NAMED.map((field) => data[field])].filter((id) => typeof id === 'string');
}

function foldAll(told: readonly Told[], names: NamesAt): Replayed[] {
  const states = new Map<string, EquipmentLine>();
  return told.flatMap(({ line, event }) => {
    const key = event.entityId;
    const before = states.get(key) ?? null;
    const look = names(event.position);
    const fold = untyped(equipmentRegister).on[event.type] as AnyFold<EquipmentLine> | undefined;
    const folded = fold?.(before, event, { look, key, rowOf: alone });
    if (!folded) return [];
    const after = named(folded, look);
    states.set(key, after);
    return [{ line, event, before, after, look }];
  });
}

/** With the names that stood at that position: somebody may have been renamed since the last event. */
const named = (line: EquipmentLine, look: Look): EquipmentLine => ({
  ...line,
  categoryName: look.category(line.categoryId),
  roomName: look.room(line.roomId),
  holderName: look.user(line.holderId),
});
