import {
  batchId,
  categoryId,
  checklistItemId,
  commentId,
  equipmentId,
  imageId,
  roomId,
  scanId,
  stocktakeId,
  ticketId,
  userId,
} from '#domain/ids.ts';
import type { Actor, Role } from '#domain/role.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const ids = {
  user: (n: number) => userId.parse(uuid(0x100 + n)),
  room: (n: number) => roomId.parse(uuid(0x200 + n)),
  category: (n: number) => categoryId.parse(uuid(0x300 + n)),
  ticket: (n: number) => ticketId.parse(uuid(0x400 + n)),
  equipment: (n: number) => equipmentId.parse(uuid(0x500 + n)),
  image: (n: number) => imageId.parse(uuid(0x600 + n)),
  comment: (n: number) => commentId.parse(uuid(0x700 + n)),
  item: (n: number) => checklistItemId.parse(uuid(0x800 + n)),
  stocktake: (n: number) => stocktakeId.parse(uuid(0x900 + n)),
  scan: (n: number) => scanId.parse(uuid(0xa00 + n)),
  batch: (n: number) => batchId.parse(uuid(0xb00 + n)),
};

export const ANA = ids.user(1);
export const BEN = ids.user(2);
export const KIM = ids.user(3);
export const LEE = ids.user(4);
export const AUDREY = ids.user(5);
export const ADA = ids.user(6);
export const BOB = ids.user(7);

const as = (id: typeof ANA, role: Role): Actor => ({ kind: 'person', userId: id, role });

/** Ana reports; Ben is another requester; Kim and Lee are technicians; Audrey audits; Ada and Bob administrate. */
export const ana = as(ANA, 'requester');
export const ben = as(BEN, 'requester');
export const kim = as(KIM, 'technician');
export const lee = as(LEE, 'technician');
export const audrey = as(AUDREY, 'auditor');
export const ada = as(ADA, 'admin');
export const bob = as(BOB, 'admin');

export const LAB = ids.room(1);
export const HALL = ids.room(2);
export const PRINTERS = ids.category(1);
export const TICKET = ids.ticket(1);
export const OTHER = ids.ticket(2);
