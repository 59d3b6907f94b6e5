import { expect } from 'vitest';
import { imageLimit } from '#domain/ticket/rules.ts';
import type { OpenedTicket, Ticket } from '#domain/ticket/ticket.ts';
import type { ImageKind, TicketStatus } from '#domain/ticket/words.ts';
import { ANA, BEN, TICKET } from '#tests/support/people.ts';

/** From where a single command may lead to where. */
const ways: Readonly<Record<Ticket['status'], readonly Ticket['status'][]>> = {
  Unopened: ['New', 'Open'],
  New: ['Open', 'Resolved', 'Rejected', 'Cancelled', 'Merged'],
  Open: ['Pending', 'Resolved', 'Rejected', 'Cancelled', 'Merged'],
  Pending: ['Open', 'Resolved', 'Rejected', 'Cancelled', 'Merged'],
  Resolved: ['Closed', 'Open', 'Merged'],
  Closed: ['Open'],
  Rejected: ['Open'],
  Cancelled: ['Open'],
  Merged: ['New', 'Open', 'Pending', 'Resolved'],
};

export const expectLegalWay = (from: Ticket['status'], to: Ticket['status']): void => {
  if (from !== to) expect(ways[from]).toContain(to);
};

const distinct = (values: readonly unknown[]): void => expect(new Set(values).size).toBe(values.length);

function expectLegalFacts(ticket: OpenedTicket): void {
  distinct(ticket.tags);
  distinct(ticket.watchers);
  distinct(ticket.related);
  distinct(ticket.equipmentIds);
  expect(ticket.related).not.toContain(TICKET);
  expect(ticket.watchers).not.toContain(ticket.requesterId);
  for (const kind of Object.keys(imageLimit) as ImageKind[])
    expect(Object.values(ticket.images).filter((image) => image.kind === kind).length).toBeLessThanOrEqual(
      imageLimit[kind],
    );
  for (const { authorId, visibility } of Object.values(ticket.comments))
    if (authorId === ANA || authorId === BEN) expect(visibility).toBe('public');
}

/** What must hold in each status, beside what its type says. */
const legal: { readonly [S in TicketStatus]: (ticket: Extract<OpenedTicket, { status: S }>) => void } = {
  New: ({ assigneeId }) => expect(assigneeId).toBeNull(),
  Open: (ticket) => expect(ticket).not.toHaveProperty('until'),
  Pending: ({ reason }) => expect(reason).not.toBe(''),
  Resolved: ({ resolution, resolvedAt }) => expect([resolution, resolvedAt]).not.toContain(undefined),
  Closed: ({ resolvedAt, closedAt }) =>
    expect(Temporal.Instant.compare(resolvedAt, closedAt)).toBeLessThanOrEqual(0),
  Rejected: ({ reason, endedAt }) => expect([reason, endedAt]).not.toContain(undefined),
  Cancelled: ({ endedAt }) => expect(endedAt).toBeTruthy(),
  Merged: ({ into, before }) => {
    expect(into).not.toBe(TICKET);
    expectLegal(before);
  },
};

export function expectLegal(ticket: Ticket): void {
  if (ticket.status === 'Unopened') return;
  expectLegalFacts(ticket);
  (legal[ticket.status] as (ticket: OpenedTicket) => void)(ticket);
}
