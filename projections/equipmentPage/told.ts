import { tellsOfPurchase } from '#domain/equipment/words.ts';
import { told } from '#projections/equipmentRegister/told.ts';
import { fieldsTold } from '#projections/categories/fieldsTold.ts';
import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { EquipmentPageRow } from './row.ts';

/** That it is in repair is the borrower's to know; who repairs it, and what was noted, is not. */
function repairFor({ repair, tickets }: EquipmentPageRow): EquipmentPageRow['repair'] {
  if (!repair) return null;
  const readable = tickets.some(({ ticketId }) => ticketId === repair.ticketId);
  return { since: repair.since, ticketId: readable ? repair.ticketId : null, vendor: '', note: '' };
}

/** A thing's page without what its reader may not know; its tickets are those that the reader may read. */
export async function pageTold(
  read: ReadDatabase,
  viewer: Viewer,
  page: EquipmentPageRow,
): Promise<EquipmentPageRow> {
  if (readsAll(viewer, 'purchases') && readsAll(viewer, 'staffFields')) return page;
  const tell = await fieldsTold(read, viewer, [page.categoryId]);
  return {
    ...told(viewer, page),
    fields: tell(page.categoryId, page.fields),
    depreciation: null,
    bookValue: null,
    repair: repairFor(page),
    images: page.images.filter(({ kind }) => !tellsOfPurchase(kind)),
  };
}
