import { describe, expect, it } from 'vitest';
import { categorise } from '#commands/ticket/categorise.ts';
import { changeUrgency } from '#commands/ticket/changeUrgency.ts';
import { describe as describeTicket } from '#commands/ticket/describe.ts';
import { linkEquipment } from '#commands/ticket/linkEquipment.ts';
import { moveToRoom } from '#commands/ticket/moveToRoom.ts';
import { prioritise } from '#commands/ticket/prioritise.ts';
import { retitle } from '#commands/ticket/retitle.ts';
import { tag } from '#commands/ticket/tag.ts';
import { unlinkEquipment } from '#commands/ticket/unlinkEquipment.ts';
import { untag } from '#commands/ticket/untag.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { given } from '#tests/support/given.ts';
import { HALL, LAB, PRINTERS, ana, ids, kim } from '#tests/support/people.ts';
import {
  aCategory,
  aRoom,
  accepted,
  closed,
  created,
  desk,
  resolved,
  ticketWith,
} from '#tests/support/records.ts';
import { aThing, thingRegistered } from '#tests/support/things.ts';

const actor = kim;
const prioritised = (priority: 'low' | 'normal' | 'high' | 'urgent'): TicketEvent => ({
  type: 'TicketPrioritised',
  data: { priority },
});
const urgencyChanged = (urgency: 'low' | 'critical'): TicketEvent => ({
  type: 'UrgencyChanged',
  data: { urgency },
});
const tagged: TicketEvent = { type: 'TicketTagged', data: { tag: 'vip' } };
const equipmentId = ids.equipment(1);
const batchId = ids.batch(1);
const byBatch = thingRegistered({ batchId });
const takenBack = { type: 'BatchChangeTakenBack', data: { batchId } } as const;
const linked: TicketEvent = { type: 'EquipmentLinked', data: { equipmentId } };

describe('changing the facts of a ticket', () => {
  it('gives it another title', () =>
    given(ticketWith())
      .when(retitle, { title: 'No toner' }, { actor: ana })
      .then({ type: 'TicketRetitled', data: { title: 'No toner' } }));

  it('gives it another description', () =>
    given(ticketWith())
      .when(describeTicket, { description: 'None' }, { actor: ana })
      .then({ type: 'TicketDescribed', data: { description: 'None' } }));

  it('moves it to an open room', () =>
    given(...desk, ticketWith())
      .when(moveToRoom, { roomId: HALL }, { actor })
      .then({ type: 'TicketMovedToRoom', data: { roomId: HALL } }));

  it('does not move it to a closed room', () =>
    given(aRoom(HALL, { type: 'RoomClosed', data: {} }), ticketWith())
      .when(moveToRoom, { roomId: HALL }, { actor })
      .refuses('NoSuchRoom'));

  it('sets a priority', () =>
    given(ticketWith()).when(prioritise, { priority: 'low' }, { actor }).then(prioritised('low')));

  it('tags it in small letters', () =>
    given(ticketWith()).when(tag, { tag: ' VIP ' }, { actor }).then(tagged));

  it('takes a tag away', () =>
    given(ticketWith(tagged))
      .when(untag, { tag: 'vip' }, { actor })
      .then({ type: 'TicketUntagged', data: { tag: 'vip' } }));

  it('links equipment', () =>
    given(ticketWith(), aThing(equipmentId)).when(linkEquipment, { equipmentId }, { actor }).then(linked));

  it.each([
    ['nobody has registered', []],
    ['was only registered by a batch that was taken back', [aThing(equipmentId, byBatch, takenBack)]],
  ])('links nothing that %s', (_, things) =>
    given(ticketWith(), ...things)
      .when(linkEquipment, { equipmentId }, { actor })
      .refuses('NoSuchEquipment', { equipmentId }),
  );

  it('unlinks equipment', () =>
    given(ticketWith(linked))
      .when(unlinkEquipment, { equipmentId }, { actor })
      .then({ type: 'EquipmentUnlinked', data: { equipmentId } }));

  it('is possible while the ticket is resolved', () =>
    given(ticketWith(resolved)).when(tag, { tag: 'vip' }, { actor }).then(tagged));

  it('is over once the ticket is closed', () =>
    given(ticketWith(resolved, closed)).when(tag, { tag: 'vip' }, { actor }).refuses('TicketFinished'));

  it('does nothing where all is so already', () => {
    const ticket = given(...desk, ticketWith(tagged, linked));
    ticket.when(retitle, { title: 'No paper' }, { actor }).then();
    ticket.when(describeTicket, { description: 'The printer in the lab is empty.' }, { actor }).then();
    ticket.when(moveToRoom, { roomId: LAB }, { actor }).then();
    ticket.when(prioritise, { priority: 'normal' }, { actor }).then();
    ticket.when(changeUrgency, { urgency: 'normal' }, { actor }).then();
    ticket.when(tag, { tag: 'vip' }, { actor }).then();
    ticket.when(untag, { tag: 'other' }, { actor }).then();
    ticket.when(linkEquipment, { equipmentId }, { actor }).then();
    ticket.when(unlinkEquipment, { equipmentId: ids.equipment(2) }, { actor }).then();
    ticket.when(categorise, { categoryId: null }, { actor }).then();
  });
});

describe('changing the urgency', () => {
  it('changes the priority with it while nobody works the ticket', () =>
    given(ticketWith())
      .when(changeUrgency, { urgency: 'critical' }, { actor: ana })
      .then(urgencyChanged('critical'), prioritised('urgent')));

  it('leaves the priority that a technician has set', () =>
    given(ticketWith(prioritised('high')))
      .when(changeUrgency, { urgency: 'low' }, { actor: ana })
      .then(urgencyChanged('low')));

  it('leaves the priority once somebody works the ticket', () =>
    given(ticketWith(accepted))
      .when(changeUrgency, { urgency: 'critical' }, { actor: ana })
      .then(urgencyChanged('critical')));
});

describe('filing under a category', () => {
  const printers = aCategory(
    PRINTERS,
    created({
      fields: [{ type: 'choice', key: 'size', label: 'Size', required: false, choices: ['A4', 'A3'] }],
    }),
  );
  const filed = (fields: Record<string, string>): TicketEvent => ({
    type: 'TicketCategorised',
    data: { categoryId: PRINTERS, fields },
  });

  it('sets the values of its fields', () =>
    given(printers, ticketWith())
      .when(categorise, { categoryId: PRINTERS, fields: { size: 'A4' } }, { actor })
      .then(filed({ size: 'A4' })));

  it('holds the values to the fields', () =>
    given(printers, ticketWith())
      .when(categorise, { categoryId: PRINTERS, fields: { size: 'A5' } }, { actor })
      .refuses('FieldInvalid', { size: 'notAChoice' }));

  it('can correct values under the same category', () =>
    given(printers, ticketWith(filed({ size: 'A4' })))
      .when(categorise, { categoryId: PRINTERS, fields: { size: 'A3' } }, { actor })
      .then(filed({ size: 'A3' })));

  it('can take the ticket out again', () =>
    given(printers, ticketWith(filed({ size: 'A4' })))
      .when(categorise, { categoryId: null }, { actor })
      .then({ type: 'TicketCategorised', data: { categoryId: null, fields: {} } }));

  it('needs an active category', () =>
    given(aCategory(PRINTERS, created(), { type: 'CategoryArchived', data: {} }), ticketWith())
      .when(categorise, { categoryId: PRINTERS }, { actor })
      .refuses('NoSuchCategory'));
});

describe('facets', () => {
  it('are none where changes commute', () =>
    expect([tag, untag, linkEquipment, unlinkEquipment].flatMap(({ facets }) => facets)).toEqual([]));

  it('of the priority are touched by a change of the urgency, which may set it', () =>
    expect(changeUrgency.facets).toContain('priority'));
});
