import type { EquipmentPageRow, EquipmentRow } from '#lib/contract.ts';
import { customFields, factsOf } from '#lib/history/factsOf.ts';

/** The line of the register is known of every moment; the rest of the page comes a little later. */
export type Stood = EquipmentRow & Partial<EquipmentPageRow>;

/** All facts that a thing has, in the order of the page. */
export const stateFacts = factsOf<Stood>({
  tag: (state) => state.tag,
  name: (state) => state.name,
  category: (state) => state.categoryName,
  stage: (state) => state.stage,
  room: (state) => state.roomName,
  holder: (state) => state.holderName,
  host: (state) => state.hostTag,
  dueOn: (state) => state.dueOn,
  acceptance: (state) => state.acceptance,
  loanNote: (state) => state.loan?.note,
  repairVendor: (state) => state.repair?.vendor,
  condition: (state) => state.condition,
  maker: (state) => state.maker,
  model: (state) => state.model,
  serial: (state) => state.serial,
  fields: customFields,
  vendor: (state) => state.vendor,
  purchasedOn: (state) => state.purchasedOn,
  cost: (state) => state.cost,
  currency: (state) => state.currency,
  warrantyUntil: (state) => state.warrantyUntil,
  maintenanceDueOn: (state) => state.maintenanceDueOn,
  components: (state) => state.components?.map(({ tag }) => tag).join(', '),
  images: (state, m) =>
    state.images?.map(({ imageId, kind }) => ({ imageId, kind: m.equipment.imageKinds[kind] })),
  labelledAt: (state) => state.labelledAt,
  sightedAt: (state) => state.sightedAt,
  retiredReason: (state) => state.retiredReason,
  disposal: (state) => state.disposal,
});
