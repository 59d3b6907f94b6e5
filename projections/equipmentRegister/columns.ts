import { uniqueForm } from '#domain/equipment/rules.ts';
import { id, instant, integer, json, name, ordinal, word } from '#projections/columns.ts';
import type { Column } from '#projections/projection.ts';
import { homeOf } from './homeOf.ts';
import type { EquipmentLine } from './line.ts';

/** Sorts after every day there is: what has no such day comes last. */
export const NEVER = '9999-12-31';
const day = (of: (line: EquipmentLine) => string | null): Column<EquipmentLine> =>
  word((line) => of(line) ?? NEVER);

/** What a list of equipment, as it is or was, is filtered and sorted by. */
export const listed = {
  number: ordinal((line) => line.facts.number),
  tag: name((line) => line.tag),
  name: name((line) => line.name),
  stage: word((line) => line.stage),
  category_id: id((line) => line.categoryId),
  room_id: id((line) => line.roomId),
  holder_id: id((line) => line.holderId),
  host_id: id((line) => line.hostId),
  /** The room that it belongs to while it is in use. */
  home_id: id((line) => homeOf(line.facts.state.standing)),
  acceptance: word((line) => line.acceptance),
  due_on: day((line) => line.dueOn),
  warranty_until: day((line) => line.warrantyUntil),
  maintenance_on: day((line) => line.maintenanceDueOn),
  labelled: integer((line) => (line.labelledAt === null ? 0 : 1)),
} satisfies Readonly<Record<string, Column<EquipmentLine>>>;

export const columns: Readonly<Record<string, Column<EquipmentLine>>> = {
  ...listed,
  updated_at: instant((line) => line.updatedAt),
  tag_key: name((line) => uniqueForm(line.tag)),
  serial_key: name((line) => (line.serial === '' ? null : uniqueForm(line.serial))),
  facts: json((line) => line.facts),
};
