import { describe, expect, it } from 'vitest';
import { DESK } from '#domain/role.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { outlineOf } from '#domain/ticket/outline.ts';
import { may } from '#domain/ticket/possible.ts';
import { isOpened, priorityFor } from '#domain/ticket/rules.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { folded, NOW, POLICY } from '#tests/support/given.ts';
import { ANA, KIM, OTHER, ana, audrey, ben, kim } from '#tests/support/people.ts';
import { accepted, by, closed, onHold, opened, resolved } from '#tests/support/records.ts';

function after(...events: TicketEvent[]) {
  const state = folded(ticket, [by(opened(), ANA), ...events.map((event) => by(event))]);
  if (!isOpened(state)) throw new Error('the ticket was opened');
  return state;
}
const offered = (actor: typeof ana, ...events: TicketEvent[]) =>
  may(actor, outlineOf(after(...events)), { at: NOW, policy: POLICY });

describe('the fold of a ticket', () => {
  it('begins with the priority that the urgency gives', () =>
    expect(after()).toMatchObject({ status: 'New', priority: 'normal', assigneeId: null, watchers: [] }));

  it('lets staff who report for somebody else watch', () =>
    expect(folded(ticket, [by(opened(), KIM)])).toMatchObject({ watchers: [KIM] }));

  it('is open once somebody has it', () =>
    expect(after(accepted)).toMatchObject({ status: 'Open', assigneeId: KIM }));

  it('waits with a reason, and forgets it afterwards', () => {
    expect(after(accepted, onHold(NOW))).toMatchObject({ status: 'Pending', until: NOW });
    expect(after(accepted, onHold(NOW), { type: 'TicketResumed', data: {} })).toEqual(after(accepted));
  });

  it('stays open when it is given back', () =>
    expect(after(accepted, { type: 'TicketUnassigned', data: {} })).toMatchObject({
      status: 'Open',
      assigneeId: null,
    }));

  it('is after a merge and back what it was before', () => {
    const merged: TicketEvent = { type: 'TicketMerged', data: { into: OTHER } };
    expect(after(accepted, onHold(NOW), merged)).toMatchObject({ status: 'Merged', into: OTHER });
    expect(after(accepted, onHold(NOW), merged, { type: 'TicketUnmerged', data: {} })).toEqual(
      after(accepted, onHold(NOW)),
    );
  });

  it('can be rated again after another resolution', () => {
    const rated: TicketEvent = { type: 'SatisfactionRated', data: { score: 5, comment: '' } };
    expect(after(resolved, rated)).toMatchObject({ rated: true });
    expect(
      after(resolved, rated, { type: 'TicketReopened', data: { reason: 'No' } }, resolved),
    ).toMatchObject({
      rated: false,
    });
  });

  it('adds up the work', () => {
    const worked: TicketEvent = { type: 'WorkLogged', data: { minutes: 15, note: '' } };
    expect(after(worked, worked).minutesWorked).toBe(30);
  });
});

describe('what a ticket offers', () => {
  it('is nothing to auditors and to those whom it does not concern', () => {
    expect(offered(audrey)).toEqual([]);
    expect(offered(ben)).toEqual([]);
  });

  it('is to the requester of a new ticket to correct, add, answer and cancel', () =>
    expect(offered(ana)).toEqual([
      'retitle',
      'describe',
      'changeUrgency',
      'comment',
      'attachImage',
      'removeImage',
      'watch',
      'unwatch',
      'cancel',
    ]));

  it('is to the requester of a resolved ticket to accept, reopen and rate', () => {
    expect(offered(ana, resolved)).toEqual(expect.arrayContaining(['close', 'reopen', 'rate']));
    expect(offered(ana, resolved)).not.toContain('cancel');
  });

  it('is to technicians to accept what nobody has', () => {
    expect(offered(kim)).toContain('accept');
    expect(offered(kim, accepted)).not.toContain('accept');
  });

  it('is to technicians to take from somebody only what somebody has', () => {
    expect(offered(kim)).not.toContain('unassign');
    expect(offered(kim, accepted)).toContain('unassign');
  });

  it('is of a closed ticket little more than to reopen', () =>
    expect(offered(kim, resolved, closed)).toEqual([
      'redactComment',
      'removeImage',
      'watch',
      'unwatch',
      'logWork',
      'reopen',
    ]));

  it('is to the desk itself to close and to resume only what is due', () => {
    expect(offered(DESK, accepted, onHold('2026-03-03T00:00:00Z'))).not.toContain('resume');
    expect(offered(DESK, resolved)).not.toContain('close');
    expect(offered(kim, resolved)).toContain('close');
  });
});

describe('priorities', () => {
  it.each([
    ['low', 'low'],
    ['normal', 'normal'],
    ['high', 'high'],
    ['critical', 'urgent'],
  ] as const)('begin for %s urgency with %s', (urgency, priority) =>
    expect(priorityFor(urgency)).toBe(priority),
  );
});
