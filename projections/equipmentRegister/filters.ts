import type { Acceptance, Stage } from '#domain/equipment/equipment.ts';
import { Conditions, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { NEVER } from './columns.ts';
import { foundBy } from './search.ts';

/** Of each list, any. Days are RFC 3339 full-dates; what is due on that very day is from it, and not yet before it. */
export interface EquipmentFilters {
  /** Where none is named: all but what was registered by a batch that was taken back. */
  readonly stage?: readonly Stage[] | undefined;
  readonly room?: readonly string[] | undefined;
  /** User ids; `me` is the viewer. */
  readonly holder?: readonly string[] | undefined;
  readonly category?: readonly string[] | undefined;
  /** The components of a thing. */
  readonly host?: string | undefined;
  readonly acceptance?: Acceptance | undefined;
  readonly dueBefore?: string | undefined;
  readonly warrantyFrom?: string | undefined;
  readonly warrantyBefore?: string | undefined;
  readonly maintenanceBefore?: string | undefined;
  readonly labelled?: 'yes' | 'no' | undefined;
  /** Words that begin so in what is known of it today, the beginning of its tag, or its serial number. */
  readonly q?: string | undefined;
  readonly sort?: EquipmentSort | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 500; 50 where it is not given. */
  readonly limit?: number | undefined;
  /** RFC 3339: the register as it stood at that moment. */
  readonly asOf?: string | undefined;
}

/** What has no such day comes after all that has one. */
export type EquipmentSortField =
  'tag' | 'name' | 'updatedAt' | 'dueOn' | 'warrantyUntil' | 'maintenanceDueOn';
export type EquipmentSort = EquipmentSortField | `-${EquipmentSortField}`;

export const LISTED_STAGES = ['InStock', 'CheckedOut', 'InRepair', 'Missing', 'Retired', 'Disposed'] as const;

const LENT: readonly Stage[] = ['CheckedOut', 'InRepair', 'Missing'];

/** The filters with the viewer's own id for `me`, and the stages that are meant where none is named. */
export function personally({ userId }: Viewer, filters: EquipmentFilters): EquipmentFilters {
  const { holder, acceptance } = filters;
  const stages = filters.stage && filters.stage.length > 0 ? filters.stage : LISTED_STAGES;
  return {
    ...filters,
    holder: holder?.map((one) => (one === 'me' ? userId : one)),
    // Only what is lent has been accepted or not; so an index need not be looked through for others.
    stage: acceptance === undefined ? stages : stages.filter((one) => LENT.includes(one)),
  };
}

/** `key` is the column with a thing's id. `filters` name no `me`. */
export function equipmentConditions(
  read: ReadDatabase,
  viewer: Viewer,
  filters: EquipmentFilters,
  key: 'id' | 'equipment_id',
): Conditions {
  const { labelled, q } = filters;
  const conditions = new Conditions()
    .oneOf('stage', filters.stage)
    .oneOf('room_id', filters.room)
    .oneOf('holder_id', filters.holder)
    .oneOf('category_id', filters.category)
    .is('host_id', filters.host)
    .is('acceptance', filters.acceptance);
  before(conditions, 'due_on', filters.dueBefore);
  from(conditions, 'warranty_until', filters.warrantyFrom);
  before(conditions, 'warranty_until', filters.warrantyBefore);
  before(conditions, 'maintenance_on', filters.maintenanceBefore);
  if (filters.stage?.length === 0) conditions.add('1 = 0');
  if (labelled) conditions.is('labelled', labelled === 'yes' ? 1 : 0);
  if (!readsAll(viewer, 'equipment')) conditions.is('holder_id', viewer.userId);
  if (q) foundBy(read, conditions, { q, key });
  return conditions;
}

function before(conditions: Conditions, column: string, day: string | undefined): void {
  if (day !== undefined) conditions.add(`${column} < ?`, day < NEVER ? day : NEVER);
}

function from(conditions: Conditions, column: string, day: string | undefined): void {
  if (day !== undefined) conditions.add(`${column} >= ? and ${column} < ?`, day, NEVER);
}
