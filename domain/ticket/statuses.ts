import type { TicketCommandName } from '../permissions.ts';
import { ticketStatus, type TicketStatus } from './words.ts';

/** Still to be worked. */
export const ACTIVE = ['New', 'Open', 'Pending'] as const satisfies readonly TicketStatus[];
/** Still talked about. */
export const UNFINISHED = [...ACTIVE, 'Resolved'] as const satisfies readonly TicketStatus[];
/** Its facts can still be put right. */
const CORRECTABLE = ticketStatus.options.filter((status) => status !== 'Closed' && status !== 'Merged');
const UNMERGED = ticketStatus.options.filter((status) => status !== 'Merged');
const ANY = ticketStatus.options;

/** In which statuses a ticket takes a command. Opening is for tickets that are not there yet. */
export const statusesFor: Readonly<Record<TicketCommandName, readonly TicketStatus[]>> = {
  openTicket: [],
  retitle: CORRECTABLE,
  describe: CORRECTABLE,
  categorise: CORRECTABLE,
  moveToRoom: CORRECTABLE,
  changeUrgency: CORRECTABLE,
  prioritise: CORRECTABLE,
  tag: CORRECTABLE,
  untag: CORRECTABLE,
  accept: ACTIVE,
  assign: ACTIVE,
  unassign: ACTIVE,
  putOnHold: ['Open', 'Pending'],
  resume: ['Pending'],
  comment: UNFINISHED,
  redactComment: ANY,
  attachImage: UNFINISHED,
  removeImage: ANY,
  linkEquipment: UNFINISHED,
  unlinkEquipment: UNFINISHED,
  relate: UNFINISHED,
  unrelate: UNFINISHED,
  addChecklistItem: UNFINISHED,
  tickChecklistItem: UNFINISHED,
  untickChecklistItem: UNFINISHED,
  removeChecklistItem: UNFINISHED,
  watch: ANY,
  unwatch: ANY,
  logWork: UNMERGED,
  resolve: ACTIVE,
  close: ['Resolved'],
  reopen: ['Resolved', 'Closed', 'Rejected', 'Cancelled'],
  reject: ACTIVE,
  cancel: ACTIVE,
  merge: UNFINISHED,
  unmerge: ['Merged'],
  rate: ['Resolved', 'Closed'],
};
