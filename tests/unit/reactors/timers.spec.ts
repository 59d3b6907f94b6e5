import { describe, expect, it } from 'vitest';
import { closeOnSilence } from '#reactors/closeOnSilence.ts';
import type { DueTicket } from '#reactors/effects.ts';
import { resumeOnTime } from '#reactors/resumeOnTime.ts';
import { POLICY } from '#tests/support/given.ts';
import { TICKET } from '#tests/support/people.ts';

const NOON = '2026-03-02T12:00:00Z';
const at = (instant: string) => ({ at: instant, policy: POLICY });
const ticket = (changes: Partial<DueTicket>): DueTicket => ({
  ticketId: TICKET,
  status: 'Open',
  pendingUntil: null,
  resolvedAt: null,
  ...changes,
});

describe('a ticket that waits', () => {
  const waiting = ticket({ status: 'Pending', pendingUntil: NOON });
  const resume = { command: 'resume', ticketId: TICKET, cause: 'TicketPutOnHold' };

  it('goes on when its time has come', () => expect(resumeOnTime(waiting, at(NOON))).toEqual(resume));
  it('does not go on before', () => expect(resumeOnTime(waiting, at('2026-03-02T11:59:59.999Z'))).toBeNull());
  it('does not go on by itself where no time was set', () =>
    expect(resumeOnTime({ ...waiting, pendingUntil: null }, at(NOON))).toBeNull());
  it('goes on once', () => expect(resumeOnTime({ ...waiting, status: 'Open' }, at(NOON))).toBeNull());
});

describe('a resolved ticket', () => {
  const resolved = ticket({ status: 'Resolved', resolvedAt: NOON });
  const close = { command: 'close', ticketId: TICKET, cause: 'TicketResolved' };

  it('closes after seven days', () =>
    expect(closeOnSilence(resolved, at('2026-03-09T12:00:00Z'))).toEqual(close));
  it('does not close before', () => expect(closeOnSilence(resolved, at('2026-03-09T11:59:59Z'))).toBeNull());
  it('does not close once it is reopened', () =>
    expect(closeOnSilence({ ...resolved, status: 'Open' }, at('2026-03-09T12:00:00Z'))).toBeNull());
});
