import type { Folds } from '#projections/projection.ts';
import { onRow } from '#projections/stamp.ts';
import type { TicketFactsRow } from './row.ts';

type Row = TicketFactsRow;

const added = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list : [...list, item];
const without = (list: readonly string[], item: string): readonly string[] =>
  list.filter((other) => other !== item);

const ticking = (row: Row, itemId: string, ticked: boolean): Row => ({
  ...row,
  checklist: row.checklist.map((item) => (item.itemId === itemId ? { ...item, ticked } : item)),
});

/** The folds of all that a ticket has a list of. */
export const listFolds: Folds<Row> = {
  ImageAttached: onRow((row, { data: { imageId, kind }, by }) => ({
    ...row,
    images: [...row.images.filter((image) => image.imageId !== imageId), { imageId, kind, by }],
  })),
  ImageRemoved: onRow((row, { data }) => ({
    ...row,
    images: row.images.filter(({ imageId }) => imageId !== data.imageId),
  })),
  EquipmentLinked: onRow((row, { data }) => ({
    ...row,
    equipmentIds: added(row.equipmentIds, data.equipmentId),
  })),
  EquipmentUnlinked: onRow((row, { data }) => ({
    ...row,
    equipmentIds: without(row.equipmentIds, data.equipmentId),
  })),
  TicketsRelated: onRow((row, { data, entityId }, { key }) =>
    key === entityId
      ? { ...row, related: added(row.related, data.ticketId) }
      : { ...row, relatedBy: added(row.relatedBy, entityId) },
  ),
  TicketsUnrelated: onRow((row, { data, entityId }, { key }) =>
    key === entityId
      ? { ...row, related: without(row.related, data.ticketId) }
      : { ...row, relatedBy: without(row.relatedBy, entityId) },
  ),
  ChecklistItemAdded: onRow((row, { data: { itemId, text } }) => ({
    ...row,
    checklist: [...row.checklist.filter((item) => item.itemId !== itemId), { itemId, text, ticked: false }],
  })),
  ChecklistItemTicked: onRow((row, { data }) => ticking(row, data.itemId, true)),
  ChecklistItemUnticked: onRow((row, { data }) => ticking(row, data.itemId, false)),
  ChecklistItemRemoved: onRow((row, { data }) => ({
    ...row,
    checklist: row.checklist.filter(({ itemId }) => itemId !== data.itemId),
  })),
  WatcherAdded: onRow((row, { data }) => ({ ...row, watchers: added(row.watchers, data.userId) })),
  WatcherRemoved: onRow((row, { data }) => ({ ...row, watchers: without(row.watchers, data.userId) })),
};
