import fc from 'fast-check';
import type { z } from 'zod';
import type { ticketCommands } from '#commands/registry.ts';
import type { TicketCommandName } from '#domain/permissions.ts';
import * as words from '#domain/ticket/words.ts';
import { ANA, BEN, HALL, KIM, LAB, LEE, OTHER, PRINTERS, TICKET, ids } from '#tests/support/people.ts';

type Commands = typeof ticketCommands;
export type InputOf<N extends TicketCommandName> = z.input<Commands[N]['input']>;

const people = fc.constantFrom(ANA, BEN, KIM, LEE);
const comments = fc.constantFrom(ids.comment(1), ids.comment(2));
const items = fc.constant(ids.item(1));
const images = fc.integer({ min: 1, max: 8 }).map(ids.image);
const equipment = fc.constantFrom(ids.equipment(1), ids.equipment(2));
const tickets = fc.constantFrom(TICKET, OTHER, ids.ticket(3), ids.ticket(4));
const rooms = fc.constantFrom(LAB, HALL, ids.room(3));
const reason = fc.constantFrom('One reason', 'Another reason');
const tag = fc.constantFrom('vip', ' Printer ');
const until = fc.constantFrom(null, '2026-03-05T00:00:00Z', '2027-01-01T00:00:00Z');
const oneOf = <T extends string>(options: readonly T[]) => fc.constantFrom(...options);
const nothing = fc.constant({});
const item = fc.record({ itemId: items });
const visibility = oneOf(words.visibility.options);
const options = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Drops what is undefined, as JSON does. */
const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape).map((value) => JSON.parse(JSON.stringify(value)) as T);

/** Inputs that are well formed, though not always of things that are there. */
export const ticketInputs: { readonly [N in TicketCommandName]: fc.Arbitrary<InputOf<N>> } = {
  openTicket: fc.record({ title: reason, roomId: rooms, urgency: oneOf(words.urgency.options) }),
  retitle: fc.record({ title: reason }),
  describe: fc.record({ description: reason }),
  categorise: fc.record({ categoryId: fc.constantFrom(null, PRINTERS) }),
  moveToRoom: fc.record({ roomId: rooms }),
  changeUrgency: fc.record({ urgency: oneOf(words.urgency.options) }),
  prioritise: fc.record({ priority: oneOf(words.priority.options) }),
  tag: fc.record({ tag }),
  untag: fc.record({ tag }),
  accept: nothing,
  assign: fc.record({ assigneeId: people }),
  unassign: nothing,
  putOnHold: fc.record({ reason, until }),
  resume: nothing,
  comment: record({ body: reason, visibility, commentId: options(comments) }),
  redactComment: fc.record({ commentId: comments, reason }),
  attachImage: fc.record({ imageId: images, kind: oneOf(words.imageKind.options) }),
  removeImage: fc.record({ imageId: images }),
  linkEquipment: fc.record({ equipmentId: equipment }),
  unlinkEquipment: fc.record({ equipmentId: equipment }),
  relate: fc.record({ ticketId: tickets }),
  unrelate: fc.record({ ticketId: tickets }),
  addChecklistItem: record({ text: reason, itemId: options(items) }),
  tickChecklistItem: item,
  untickChecklistItem: item,
  removeChecklistItem: item,
  watch: record({ userId: options(people) }),
  unwatch: record({ userId: options(people) }),
  logWork: fc.record({ minutes: fc.integer({ min: 1, max: 1_440 }) }),
  resolve: fc.record({ resolution: reason }),
  close: nothing,
  reopen: fc.record({ reason }),
  reject: fc.record({ reason }),
  cancel: nothing,
  merge: fc.record({ into: tickets }),
  unmerge: nothing,
  rate: fc.record({ score: fc.integer({ min: 1, max: 5 }) }),
};

/** An input of each command that nobody is refused for its content alone. */
export const plainInputs: { readonly [N in TicketCommandName]: InputOf<N> } = {
  openTicket: { title: 'No paper', roomId: LAB },
  retitle: { title: 'Plain title' },
  describe: { description: 'Plain description' },
  categorise: { categoryId: PRINTERS },
  moveToRoom: { roomId: HALL },
  changeUrgency: { urgency: 'high' },
  prioritise: { priority: 'high' },
  tag: { tag: 'plain' },
  untag: { tag: 'plain' },
  accept: {},
  assign: { assigneeId: LEE },
  unassign: {},
  putOnHold: { reason: 'Plain reason' },
  resume: {},
  comment: { body: 'Plain words', commentId: ids.comment(9) },
  redactComment: { commentId: ids.comment(9), reason: 'Plain reason' },
  attachImage: { imageId: ids.image(9) },
  removeImage: { imageId: ids.image(9) },
  linkEquipment: { equipmentId: ids.equipment(9) },
  unlinkEquipment: { equipmentId: ids.equipment(9) },
  relate: { ticketId: OTHER },
  unrelate: { ticketId: OTHER },
  addChecklistItem: { text: 'Plain item', itemId: ids.item(9) },
  tickChecklistItem: { itemId: ids.item(9) },
  untickChecklistItem: { itemId: ids.item(9) },
  removeChecklistItem: { itemId: ids.item(9) },
  watch: {},
  unwatch: {},
  logWork: { minutes: 5 },
  resolve: { resolution: 'Plain resolution' },
  close: {},
  reopen: { reason: 'Plain reason' },
  reject: { reason: 'Plain reason' },
  cancel: {},
  merge: { into: OTHER },
  unmerge: {},
  rate: { score: 3 },
};
