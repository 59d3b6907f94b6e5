import { tellsOfPurchase } from '#domain/equipment/words.ts';
import { told } from '#projections/equipmentRegister/told.ts';
import { readsAll } from '#projections/reader.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import type { EquipmentPageRow } from './row.ts';

/** That it is in repair is the borrower's to know; who repairs it, and what was noted, is not. */
function repairFor({ repair, tickets }: EquipmentPageRow): EquipmentPageRow['repair'] {
  if (!repair) return null;
  const readable = tickets.some(({ ticketId }) => ticketId === repair.ticketId);
  return { since: repair.since, ticketId: readable ? repair.ticketId : null, vendor: '', note: '' };
}

/** A thing's page without what its reader may not know; its tickets are those that the reader may read. */
export const pageTold = (viewer: Viewer, page: EquipmentPageRow): EquipmentPageRow =>
  readsAll(viewer, 'purchases')
    ? page
    : {
        ...told(viewer, page),
        depreciation: null,
        bookValue: null,
        repair: repairFor(page),
        images: page.images.filter(({ kind }) => !tellsOfPurchase(kind)),
      };
