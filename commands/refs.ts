import { category } from '#domain/category/category.ts';
import { equipment } from '#domain/equipment/equipment.ts';
import { room } from '#domain/room/room.ts';
import { settings, SETTINGS_ID } from '#domain/settings/settings.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { user } from '#domain/user/user.ts';

export const ticketRef = (id: string) => ({ aggregate: ticket, id });
export const roomRef = (id: string) => ({ aggregate: room, id });
export const categoryRef = (id: string | null | undefined) => (id ? { aggregate: category, id } : undefined);
export const userRef = (id: string | null | undefined) => (id ? { aggregate: user, id } : undefined);
export const equipmentRef = (id: string | null | undefined) =>
  id ? { aggregate: equipment, id } : undefined;
export const settingsRef = { aggregate: settings, id: SETTINGS_ID };
