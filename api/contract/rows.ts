export type { CategoryRow } from '#projections/categories/row.ts';
export type { BatchRow } from '#projections/batches/row.ts';
export type { EquipmentCountRow } from '#projections/equipmentCounts/row.ts';
export type { EquipmentHistoryRow } from '#projections/equipmentHistory/row.ts';
export type { EquipmentFactsRow, EquipmentImage, EquipmentPageRow } from '#projections/equipmentPage/row.ts';
export type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
export type { RecordHistoryRow } from '#projections/recordHistory/row.ts';
export type { RoomRow } from '#projections/rooms/row.ts';
export type { SettingsRow } from '#projections/settings/row.ts';
export type {
  StandsNow,
  StocktakePageRow,
  StocktakeRow,
  StocktakeScan,
} from '#projections/stocktakes/row.ts';
export type { TicketAudienceRow } from '#projections/ticketAudience/row.ts';
export type { TicketConversationRow } from '#projections/ticketConversation/row.ts';
export type { TicketCountRow } from '#projections/ticketCounts/row.ts';
export type { CalledTicket, Change, HistoryEntry, TicketHistoryRow } from '#projections/ticketHistory/row.ts';
export type { TicketPageRow } from '#projections/ticketPage/row.ts';
export type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
export type { UserRow } from '#projections/users/row.ts';
