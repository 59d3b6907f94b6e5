import type { Ticket } from '#domain/ticket/ticket.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { TicketCommandName } from '#domain/permissions.ts';
import type { Command } from '../command.ts';
import { accept } from './accept.ts';
import { addChecklistItem } from './addChecklistItem.ts';
import { assign } from './assign.ts';
import { attachImage } from './attachImage.ts';
import { cancel } from './cancel.ts';
import { categorise } from './categorise.ts';
import { changeUrgency } from './changeUrgency.ts';
import { close } from './close.ts';
import { comment } from './comment.ts';
import { describe } from './describe.ts';
import { linkEquipment } from './linkEquipment.ts';
import { logWork } from './logWork.ts';
import { merge } from './merge.ts';
import { moveToRoom } from './moveToRoom.ts';
import { openTicket } from './openTicket.ts';
import { prioritise } from './prioritise.ts';
import { putOnHold } from './putOnHold.ts';
import { rate } from './rate.ts';
import { redactComment } from './redactComment.ts';
import { reject } from './reject.ts';
import { relate } from './relate.ts';
import { removeChecklistItem } from './removeChecklistItem.ts';
import { removeImage } from './removeImage.ts';
import { reopen } from './reopen.ts';
import { resolve } from './resolve.ts';
import { resume } from './resume.ts';
import { retitle } from './retitle.ts';
import { tag } from './tag.ts';
import { tickChecklistItem } from './tickChecklistItem.ts';
import { unassign } from './unassign.ts';
import { unlinkEquipment } from './unlinkEquipment.ts';
import { unmerge } from './unmerge.ts';
import { unrelate } from './unrelate.ts';
import { untag } from './untag.ts';
import { untickChecklistItem } from './untickChecklistItem.ts';
import { unwatch } from './unwatch.ts';
import { watch } from './watch.ts';

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
