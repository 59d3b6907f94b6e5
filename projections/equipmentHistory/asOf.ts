import {
  equipmentConditions,
  personally,
  type EquipmentFilters,
} from '#projections/equipmentRegister/filters.ts';
import { rowOf, type EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { orderThen } from '#projections/equipmentRegister/order.ts';
import { LIMIT } from '#projections/equipmentRegister/pages.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import { after, cut, orderText, type PlacedText, type Statement } from '#projections/keyset.ts';
import { lines, readsAll } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { replay } from './replay.ts';

interface Found extends Omit<PlacedText, 'doc'> {
  readonly id: number | string;
  readonly equipment_id: string;
}

const SAME = [
  ...['id', 'equipment_id', 'valid_from', 'number', 'tag', 'name', 'stage', 'category_id', 'host_id'],
  ...['home_id', 'acceptance', 'due_on', 'warranty_until', 'maintenance_on', 'labelled'],
];
const STOOD = (line: string) => `${line}.valid_from <= ? and ${line}.valid_to > ?`;

/** The register's lines of a moment (milliseconds since 1970); components are where their hosts were. */
export function linesAt(moment: number): Statement {
  const host = (column: string) =>
    `case when h.host_id is null then h.${column} else host.${column} end as ${column}`;
  const sql = `(select ${SAME.map((column) => `h.${column}`).join(', ')}, ${host('room_id')}, ${host('holder_id')}
    from {equipment_history} h
    left join {equipment_history} host on host.equipment_id = h.host_id and ${STOOD('host')}
    where ${STOOD('h')})`;
  return { sql, bindings: [moment, moment, moment, moment] };
}

type AskedThen = EquipmentFilters & { readonly asOf: string };

/** The register as it stood at a moment. Only who reads all of it reads its past. Throws {@link BadCursor}. */
export async function listEquipmentAsOf(
  read: ReadDatabase,
  viewer: Viewer,
  asked: AskedThen,
): Promise<Page<EquipmentRow>> {
  const { items, next } = await equipmentLinesAsOf(read, viewer, asked);
  return { items: items.map(rowOf), next };
}

/** The same with all that was known of each thing then. */
export async function equipmentLinesAsOf(
  read: ReadDatabase,
  viewer: Viewer,
  asked: AskedThen,
): Promise<Page<EquipmentLine>> {
  if (!readsAll(viewer, 'equipmentHistory')) return { items: [], next: null };
  const filters = personally(viewer, asked);
  const limit = filters.limit ?? LIMIT;
  const order = orderThen(filters.sort);
  const moment = Date.parse(asked.asOf);
  const conditions = after(equipmentConditions(read, viewer, filters, 'equipment_id'), order, filters.cursor);
  const stood = linesAt(moment);
  const sql = `select id, equipment_id, number, ${order.column} as sorted from ${stood.sql} stood
    ${conditions.text} ${orderText(order)} limit ${String(limit + 1)}`;
  const found = await lines<Found>(read, sql, [...stood.bindings, ...conditions.bindings]);
  const { shown, next } = cut(found, { order, limit });
  const { steps, placed } = await replay(
    read,
    shown.map(({ equipment_id }) => equipment_id),
  );
  const at = new Map(steps.map((step) => [String(step.line.id), step]));
  const items = shown.flatMap(({ id }) => {
    const step = at.get(String(id));
    return step ? [placed(step, ({ line }) => line.valid_from <= moment)] : [];
  });
  return { items, next };
}
