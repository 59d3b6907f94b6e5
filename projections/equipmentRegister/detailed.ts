import type { Details } from '#domain/equipment/events.ts';
import { fieldsTold } from '#projections/categories/fieldsTold.ts';
import { equipmentLinesAsOf } from '#projections/equipmentHistory/asOf.ts';
import { Conditions, lines, readsAll } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { EquipmentFilters } from './filters.ts';
import { rowOf, type EquipmentFacts } from './line.ts';
import { listEquipmentRows } from './query.ts';
import type { EquipmentRow } from './row.ts';

/** What the register has no room for. */
type Beside = Pick<Details, 'depreciation' | 'fields'>;

/** A line of the register with what else is known of the thing, as it stood when the line did. */
export interface DetailedRow extends EquipmentRow {
  readonly details: Beside | null;
}

const besideOf = ({ depreciation, fields }: Details): Beside => ({ depreciation, fields });

async function detailsOf(read: ReadDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, Beside>> {
  if (ids.length === 0) return new Map();
  const { text, bindings } = new Conditions().oneOf('id', ids);
  const sql = `select id, facts from {equipment_register} ${text}`;
  const found = await lines<{ id: string; facts: string }>(read, sql, bindings);
  return new Map(
    found.map(({ id, facts }) => [id, besideOf((JSON.parse(facts) as EquipmentFacts).state.details)]),
  );
}

async function pageOf(
  read: ReadDatabase,
  viewer: Viewer,
  filters: EquipmentFilters,
): Promise<Page<DetailedRow>> {
  if (filters.asOf !== undefined) {
    const { items, next } = await equipmentLinesAsOf(read, viewer, { ...filters, asOf: filters.asOf });
    return {
      items: items.map((line) => ({ ...rowOf(line), details: besideOf(line.facts.state.details) })),
      next,
    };
  }
  const { items, next } = await listEquipmentRows(read, viewer, filters);
  const details = await detailsOf(
    read,
    items.map(({ equipmentId }) => equipmentId),
  );
  return { items: items.map((row) => ({ ...row, details: details.get(row.equipmentId) ?? null })), next };
}

/** The register as a list, with the details of each thing that the viewer may know. Throws {@link BadCursor}. */
export async function listEquipmentDetailed(
  read: ReadDatabase,
  viewer: Viewer,
  filters: EquipmentFilters,
): Promise<Page<DetailedRow>> {
  const page = await pageOf(read, viewer, filters);
  if (readsAll(viewer, 'purchases') && readsAll(viewer, 'staffFields')) return page;
  const tell = await fieldsTold(
    read,
    viewer,
    page.items.map(({ categoryId }) => categoryId),
  );
  const told = ({ details, ...row }: DetailedRow): DetailedRow => ({
    ...row,
    details: details && { depreciation: null, fields: tell(row.categoryId, details.fields) },
  });
  return { ...page, items: page.items.map(told) };
}
