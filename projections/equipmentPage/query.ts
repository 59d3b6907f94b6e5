import type { Relation } from '#domain/permissions.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { componentsOf, thingTagged } from '#projections/equipmentRegister/query.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import { firstLine, isId, readsAll, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketsNaming } from '#projections/ticketEquipment/query.ts';
import { pageOf } from './page.ts';
import { thingThen, type At } from './past.ts';
import type { EquipmentPageRow } from './row.ts';
import { pageTold } from './told.ts';

export interface EquipmentAsked {
  readonly at?: At | undefined;
  /** RFC 3339 full-date of the book value. */
  readonly valueOn: string;
}

export interface EquipmentRead {
  readonly equipment: EquipmentPageRow;
  /** How the viewer stands to the thing: it is their own while it is lent to them. */
  readonly relation: Relation;
}

/** All of one thing by its id or tag; undefined where it does not exist for the viewer, or did not then. */
export async function equipmentOf(
  read: ReadDatabase,
  viewer: Viewer,
  idOrTag: string,
  { at, valueOn }: EquipmentAsked,
): Promise<EquipmentRead | undefined> {
  const line = await lineOf(read, idOrTag);
  if (!line || !mayRead(viewer, line)) return undefined;
  const relation = { own: line.holderId === viewer.userId, involved: false };
  const { equipmentId } = line;
  const tickets = await ticketsNaming(read, viewer, equipmentId);
  if (at) {
    if (readsNone(viewer, 'equipmentHistory')) return undefined;
    const then = await thingThen(read, equipmentId, at);
    if (!then) return undefined;
    const page = pageOf(then.line, { components: then.components.map(named), tickets }, valueOn);
    return { equipment: await pageTold(read, viewer, page), relation };
  }
  const components = (await componentsOf(read, equipmentId)).map(named);
  const page = pageOf(line, { components, tickets }, valueOn);
  return { equipment: await pageTold(read, viewer, page), relation };
}

const named = ({ equipmentId, tag, name, stage }: EquipmentRow) => ({ equipmentId, tag, name, stage });

export const mayRead = (viewer: Viewer, { holderId }: Pick<EquipmentRow, 'holderId'>): boolean =>
  readsAll(viewer, 'equipment') || (!readsNone(viewer, 'equipment') && holderId === viewer.userId);

async function lineOf(read: ReadDatabase, idOrTag: string): Promise<EquipmentLine | undefined> {
  const byId = isId(idOrTag) ? await lineById(read, idOrTag) : undefined;
  if (byId) return byId;
  const tagged = await thingTagged(read, idOrTag);
  return tagged && lineById(read, tagged.equipmentId);
}

async function lineById(read: ReadDatabase, id: string): Promise<EquipmentLine | undefined> {
  const sql = 'select doc, facts from {equipment_register} where id = ?';
  const line = await firstLine<{ doc: string; facts: string }>(read, sql, [id]);
  return (
    line && {
      ...(JSON.parse(line.doc) as EquipmentRow),
      facts: JSON.parse(line.facts) as EquipmentLine['facts'],
    }
  );
}
