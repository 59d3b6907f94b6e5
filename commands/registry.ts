import type { Category } from '#domain/category/category.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import type { Room } from '#domain/room/room.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { User } from '#domain/user/user.ts';
import type { UserEvent } from '#domain/user/events.ts';
import type {
  CategoryCommandName,
  RoomCommandName,
  TicketCommandName,
  UserCommandName,
} from '#domain/permissions.ts';
import type { Command } from './command.ts';
import { accept } from './ticket/accept.ts';
import { addChecklistItem } from './ticket/addChecklistItem.ts';
import { assign } from './ticket/assign.ts';
import { attachImage } from './ticket/attachImage.ts';
import { cancel } from './ticket/cancel.ts';
import { categorise } from './ticket/categorise.ts';
import { changeUrgency } from './ticket/changeUrgency.ts';
import { close } from './ticket/close.ts';
import { comment } from './ticket/comment.ts';
import { describe } from './ticket/describe.ts';
import { linkEquipment } from './ticket/linkEquipment.ts';
import { logWork } from './ticket/logWork.ts';
import { merge } from './ticket/merge.ts';
import { moveToRoom } from './ticket/moveToRoom.ts';
import { openTicket } from './ticket/openTicket.ts';
import { prioritise } from './ticket/prioritise.ts';
import { putOnHold } from './ticket/putOnHold.ts';
import { rate } from './ticket/rate.ts';
import { redactComment } from './ticket/redactComment.ts';
import { reject } from './ticket/reject.ts';
import { relate } from './ticket/relate.ts';
import { removeChecklistItem } from './ticket/removeChecklistItem.ts';
import { removeImage } from './ticket/removeImage.ts';
import { reopen } from './ticket/reopen.ts';
import { resolve } from './ticket/resolve.ts';
import { resume } from './ticket/resume.ts';
import { retitle } from './ticket/retitle.ts';
import { tag } from './ticket/tag.ts';
import { tickChecklistItem } from './ticket/tickChecklistItem.ts';
import { unassign } from './ticket/unassign.ts';
import { unlinkEquipment } from './ticket/unlinkEquipment.ts';
import { unmerge } from './ticket/unmerge.ts';
import { unrelate } from './ticket/unrelate.ts';
import { untag } from './ticket/untag.ts';
import { untickChecklistItem } from './ticket/untickChecklistItem.ts';
import { unwatch } from './ticket/unwatch.ts';
import { watch } from './ticket/watch.ts';
import { closeRoom } from './room/closeRoom.ts';
import { openRoom } from './room/openRoom.ts';
import { renameRoom } from './room/renameRoom.ts';
import { archiveCategory } from './category/archiveCategory.ts';
import { changeCategoryFields } from './category/changeCategoryFields.ts';
import { createCategory } from './category/createCategory.ts';
import { renameCategory } from './category/renameCategory.ts';
import { changeUserRole } from './user/changeUserRole.ts';
import { correctUserDetails } from './user/correctUserDetails.ts';
import { deactivateUser } from './user/deactivateUser.ts';
import { reactivateUser } from './user/reactivateUser.ts';
import { registerUser } from './user/registerUser.ts';

export const ticketCommands = {
  openTicket,
  retitle,
  describe,
  categorise,
  moveToRoom,
  changeUrgency,
  prioritise,
  tag,
  untag,
  accept,
  assign,
  unassign,
  putOnHold,
  resume,
  comment,
  redactComment,
  attachImage,
  removeImage,
  linkEquipment,
  unlinkEquipment,
  relate,
  unrelate,
  addChecklistItem,
  tickChecklistItem,
  untickChecklistItem,
  removeChecklistItem,
  watch,
  unwatch,
  logWork,
  resolve,
  close,
  reopen,
  reject,
  cancel,
  merge,
  unmerge,
  rate,
} as const satisfies Record<TicketCommandName, Command<Ticket, TicketEvent>>;

export const roomCommands = {
  openRoom,
  renameRoom,
  closeRoom,
} as const satisfies Record<RoomCommandName, Command<Room, RoomEvent>>;

export const categoryCommands = {
  createCategory,
  renameCategory,
  changeCategoryFields,
  archiveCategory,
} as const satisfies Record<CategoryCommandName, Command<Category, CategoryEvent>>;

export const userCommands = {
  registerUser,
  correctUserDetails,
  changeUserRole,
  deactivateUser,
  reactivateUser,
} as const satisfies Record<UserCommandName, Command<User, UserEvent>>;
