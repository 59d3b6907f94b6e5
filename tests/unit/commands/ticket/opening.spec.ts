import { describe, expect, it } from 'vitest';
import { openTicket } from '#commands/ticket/openTicket.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { given } from '#tests/support/given.ts';
import {
  ADA,
  ANA,
  BEN,
  HALL,
  KIM,
  LAB,
  PRINTERS,
  ana,
  audrey,
  ben,
  ids,
  kim,
} from '#tests/support/people.ts';
import { aCategory, aRoom, aUser, created, desk, opened, ticketWith } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const report = { title: 'No paper', description: 'The printer in the lab is empty.', roomId: LAB };
const withPrinters = (...events: Parameters<typeof aCategory>[1][]) => [
  ...desk.slice(0, -1),
  aCategory(PRINTERS, ...events),
];
const assignedByDefault = created({ defaultAssigneeId: KIM });

describe('opening a ticket', () => {
  it('gives it the next number', () =>
    given(...desk)
      .when(openTicket, report, { actor: ana, number: 42 })
      .then(opened({ number: 42 })));

  it('lets staff report for somebody else', () =>
    given(...desk)
      .when(openTicket, { ...report, requesterId: ANA, channel: 'technician' }, { actor: kim })
      .then(opened({ channel: 'technician' })));

  it('lets a requester report only for themselves', () =>
    given(...desk)
      .when(openTicket, { ...report, requesterId: BEN }, { actor: ana })
      .refuses('NotAllowed'));

  it('is not for auditors', () =>
    given(...desk)
      .when(openTicket, report, { actor: audrey })
      .refuses('NotAllowed'));

  it('names equipment that is there, each once', () =>
    given(...desk, aThing(ids.equipment(1)), aThing(ids.equipment(2)))
      .when(
        openTicket,
        { ...report, equipmentIds: [ids.equipment(1), ids.equipment(2), ids.equipment(1)] },
        { actor: ana, number: 1 },
      )
      .then(opened({ equipmentIds: [ids.equipment(1), ids.equipment(2)] })));

  const labelled = { equipmentId: ids.equipment(1), tag: 'TAG-1' };
  it('names the thing whose label was scanned, by its tag', () =>
    given(...desk, aThing(ids.equipment(1)))
      .when(
        openTicket,
        { ...report, scanned: 'tag-1' },
        { actor: ana, number: 1, told: { tagged: labelled } },
      )
      .then(opened({ equipmentIds: [ids.equipment(1)] })));

  it('asks whose tag was scanned, and goes on where nobody knows it', () => {
    const input = openTicket.input.parse({ ...report, scanned: ' tag-1 ' });
    expect(openTicket.asks({ input, state: { status: 'Unopened' }, id: ids.ticket(1) })).toEqual({
      tagged: 'tag-1',
    });
    given(...desk)
      .when(openTicket, { ...report, scanned: 'OLD' }, { actor: ana, number: 1 })
      .then(opened({}));
  });

  it('names no equipment that nobody has registered', () =>
    given(...desk, aThing(ids.equipment(1)))
      .when(openTicket, { ...report, equipmentIds: [ids.equipment(1), ids.equipment(2)] }, { actor: ana })
      .refuses('NoSuchEquipment', { equipmentId: ids.equipment(2) }));

  it('needs a requester', () =>
    given(...desk)
      .when(openTicket, report)
      .refuses('NoSuchUser'));

  it('needs a requester whose account is active', () =>
    given(...desk, aUser(ANA, 'requester', { type: 'UserDeactivated', data: {} }))
      .when(openTicket, report, { actor: ana })
      .refuses('NoSuchUser'));

  it('needs a room that is there', () =>
    given(aUser(ANA, 'requester')).when(openTicket, report, { actor: ana }).refuses('NoSuchRoom'));

  it('needs a room that is open', () =>
    given(...desk, aRoom(LAB, { type: 'RoomClosed', data: {} }))
      .when(openTicket, report, { actor: ana })
      .refuses('NoSuchRoom'));

  it.each([
    ['is not there', []],
    ['is archived', [created(), { type: 'CategoryArchived', data: {} }]],
    ['is for equipment', [created({ kind: 'equipment' })]],
  ] as const)('refuses a category that %s', (_, events) =>
    given(...withPrinters(...events))
      .when(openTicket, { ...report, categoryId: PRINTERS }, { actor: ana })
      .refuses('NoSuchCategory'),
  );

  it('asks for the fields of the category', () =>
    given(
      ...withPrinters(created({ fields: [{ type: 'text', key: 'model', label: 'Model', required: true }] })),
    )
      .when(openTicket, { ...report, categoryId: PRINTERS, fields: { colour: true } }, { actor: ana })
      .refuses('FieldInvalid', { model: 'missing', colour: 'unknown' }));

  it('takes no fields without a category', () =>
    given(...desk)
      .when(openTicket, { ...report, fields: { model: 'X' } }, { actor: ana })
      .refuses('FieldInvalid', { model: 'unknown' }));

  it('assigns whoever the category names by default', () =>
    given(...withPrinters(assignedByDefault))
      .when(openTicket, { ...report, categoryId: PRINTERS }, { actor: ana })
      .then(opened({ categoryId: PRINTERS }), { type: 'TicketAssigned', data: { assigneeId: KIM } }));

  it('assigns nobody by default whose account is not active', () =>
    given(...withPrinters(assignedByDefault), aUser(KIM, 'technician', { type: 'UserDeactivated', data: {} }))
      .when(openTicket, { ...report, categoryId: PRINTERS }, { actor: ana })
      .then(opened({ categoryId: PRINTERS })));

  it('does nothing when it is repeated', () =>
    given(...desk, ticketWith())
      .when(openTicket, report, { actor: ana })
      .then());

  it('is refused where another ticket stands', () =>
    given(...desk, ticketWith())
      .when(openTicket, { ...report, title: 'No toner' }, { actor: ana })
      .refuses('AlreadyExists'));

  it('is refused where the ticket of somebody else stands', () =>
    given(...desk, ticketWith())
      .when(openTicket, report, { actor: ben })
      .refuses('AlreadyExists'));

  it('is recorded later than it happened, but not before', () =>
    given(...desk)
      .when(openTicket, report, { actor: ana, occurredAt: '2026-03-02T10:00:01Z' })
      .refuses('InTheFuture', { occurredAt: '2026-03-02T10:00:01Z' }));
});

describe('the claim of a report', () => {
  const claimOf = (title: string, roomId = LAB, actor = ana) =>
    openTicket.claims(openTicket.input.parse({ title, roomId }), ticket.initial, actor);

  it('holds for twenty seconds', () =>
    expect(claimOf('No paper').take).toEqual([
      { kind: 'report', value: `${ANA}|${LAB}|no paper`, seconds: 20 },
    ]));

  it('is the same however the title is spaced and capitalised', () =>
    expect(claimOf('  NO   paper ')).toEqual(claimOf('No paper')));

  it.each([
    ['another title', claimOf('No toner')],
    ['another room', claimOf('No paper', HALL)],
    ['another person', claimOf('No paper', LAB, ben)],
  ])('is another one for %s', (_, claim) => expect(claim).not.toEqual(claimOf('No paper')));
});

describe('the input of a report', () => {
  it.each([
    ['title', { title: 'No' }],
    ['title', { title: 'x'.repeat(201) }],
    ['roomId', { roomId: 'the lab' }],
    ['urgency', { urgency: 'extreme' }],
    ['', { assigneeId: ADA }],
  ])('is held to its shape: %s', (path, change) => {
    const parsed = openTicket.input.safeParse({ ...report, ...change });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
