import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '#domain/role.ts';
import { BadCursor } from '#projections/cursor.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { relationTo } from '#projections/ticketAudience/query.ts';
import { countTickets } from '#projections/ticketCounts/query.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf } from '#projections/ticketPage/query.ts';
import type { TicketFilters, TicketSort } from '#projections/ticketQueue/filters.ts';
import { dueTickets, holdings, listTickets, listTicketsJson } from '#projections/ticketQueue/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { ADA, ANA, AUDREY, BEN, HALL, ids, KIM, LEE, OTHER, TICKET } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, type Happening } from '#tests/support/recorded.ts';
import { house, on, opened, renamed, said } from '#tests/support/story.ts';

const viewer = (userId: string, role: Role): Viewer => ({ userId, role });
const kim = viewer(KIM, 'technician');
const ana = viewer(ANA, 'requester');
const ben = viewer(BEN, 'requester');

onBothDatabases((databases) => {
  let desk: Projecting;
  let journal: ArrayJournal;

  beforeEach(async () => {
    journal = new ArrayJournal();
    journal.add(...house);
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
  });
  afterEach(() => desk.stop());

  const happen = async (...happenings: Happening[]) => {
    expect(await desk.projector.waitFor(journal.add(...happenings), 5_000)).toBe(true);
  };
  const numbers = async (filters: TicketFilters, by = kim) =>
    (await listTickets(desk.read, by, filters)).items.map(({ number }) => number);

  it('lists tickets by every filter', async () => {
    await happen(
      opened(1, { urgency: 'critical' }),
      opened(2, { by: BEN, roomId: HALL }),
      opened(3),
      on(1, 'TicketAssigned', { assigneeId: KIM }),
      on(2, 'TicketTagged', { tag: 'vpn' }),
      on(3, 'TicketAssigned', { assigneeId: LEE }),
      on(3, 'TicketResolved', { resolution: 'Done' }),
      on(1, 'TicketCategorised', { categoryId: null, fields: {} }),
    );
    expect(await numbers({ sort: 'number' })).toEqual([1, 2, 3]);
    expect(await numbers({ status: ['New', 'Open'], sort: '-number' })).toEqual([2, 1]);
    expect(await numbers({ status: ['Resolved'] })).toEqual([3]);
    expect(await numbers({ assignee: [KIM] })).toEqual([1]);
    expect(await numbers({ assignee: ['none'] })).toEqual([2]);
    expect(await numbers({ assignee: ['none', LEE], sort: 'number' })).toEqual([2, 3]);
    expect(await numbers({ requester: [BEN] })).toEqual([2]);
    expect(await numbers({ room: [HALL] })).toEqual([2]);
    expect(await numbers({ category: [ids.category(1)], sort: 'number' })).toEqual([2, 3]);
    expect(await numbers({ urgency: ['critical'] })).toEqual([1]);
    expect(await numbers({ priority: ['urgent', 'high'] })).toEqual([1]);
    expect(await numbers({ tag: ['vpn'] })).toEqual([2]);
    expect(await numbers({ sort: '-priority' })).toEqual([1, 3, 2]);
  });

  it('pages through everything once, also where many lines sort the same', async () => {
    const many = Array.from({ length: 23 }, (_, index) => opened(index + 1, { at: '2026-02-01T10:00:00Z' }));
    await happen(...many, on(4, 'TicketAssigned', { assigneeId: KIM }, { at: '2026-02-01T10:00:00Z' }));
    const sorts: TicketSort[] = ['updatedAt', '-updatedAt', 'priority', '-openedAt', '-number'];
    const narrowings: TicketFilters[] = [
      {},
      { status: ['New', 'Open', 'Pending'] },
      { asOf: '2026-02-02T00:00:00Z' },
    ];
    for (const sort of sorts)
      for (const narrowing of narrowings) {
        const seen: number[] = [];
        let cursor: string | null = null;
        do {
          const filters: TicketFilters = { ...narrowing, sort, limit: 5, ...(cursor ? { cursor } : {}) };
          const page = await listTickets(desk.read, kim, filters);
          seen.push(...page.items.map(({ number }) => number));
          cursor = page.next;
        } while (cursor);
        expect(seen).toHaveLength(23);
        expect(new Set(seen).size).toBe(23);
      }
  });

  it('refuses a cursor that was made up or belongs to another order', async () => {
    await happen(opened(1), opened(2));
    const { next } = await listTickets(desk.read, kim, { sort: 'number', limit: 1 });
    await expect(listTickets(desk.read, kim, { sort: '-number', cursor: next ?? '' })).rejects.toThrow(
      BadCursor,
    );
    await expect(listTickets(desk.read, kim, { cursor: 'abc' })).rejects.toThrow(BadCursor);
  });

  it('gives the list as text just as it gives it as rows', async () => {
    await happen(opened(1, { title: 'Ünïcode "quoted" \\ and\nlines' }), opened(2), opened(3, { by: BEN }));
    for (const by of [kim, ana]) {
      const filters: TicketFilters = { sort: 'number', limit: 2 };
      const text = await listTicketsJson(desk.read, by, filters);
      const { items, next } = await listTickets(desk.read, by, filters);
      expect({ items: JSON.parse(text.items) as unknown, next: text.next }).toEqual({ items, next });
    }
  });

  it('shows requesters only what they take part in, and nothing internal', async () => {
    await happen(
      opened(1),
      opened(2, { by: BEN }),
      opened(3, { by: BEN }),
      on(3, 'WatcherAdded', { userId: ANA }),
      said(1, 1, 'a public answer'),
      said(1, 2, 'an internal secret', 'internal'),
      on(1, 'WorkLogged', { minutes: 5, note: 'hidden work' }),
      on(1, 'TicketsRelated', { ticketId: OTHER }),
    );
    expect(await numbers({ sort: 'number' }, ana)).toEqual([1, 3]);
    expect(await numbers({ sort: 'number', asOf: '2027-01-01T00:00:00Z' }, ana)).toEqual([1, 3]);
    expect(await relationTo(desk.read, ana, TICKET)).toEqual({ own: true, involved: false });
    expect(await relationTo(desk.read, ana, ids.ticket(3))).toEqual({ own: false, involved: true });
    expect(await relationTo(desk.read, ana, OTHER)).toBeUndefined();
    expect(await ticketOf(desk.read, ana, OTHER)).toBeUndefined();
    expect(await ticketHistory(desk.read, ana, OTHER)).toBeUndefined();
    const seen = await ticketOf(desk.read, ana, '1');
    const story = await ticketHistory(desk.read, ana, TICKET);
    const everything = JSON.stringify([seen, story, await listTickets(desk.read, ana, {})]);
    expect(everything).toContain('a public answer');
    for (const hidden of ['internal secret', 'hidden work', 'internalNotes', 'Report 2', OTHER])
      expect(everything).not.toContain(hidden);
    expect((await ticketOf(desk.read, kim, '1'))?.conversation.map(({ kind }) => kind)).toEqual([
      'description',
      'comment',
      'comment',
      'work',
    ]);
    expect(await countTickets(desk.read, ana)).toBeUndefined();
    expect(await holdings(desk.read, ana, BEN)).toBeUndefined();
    for (const staff of [kim, viewer(AUDREY, 'auditor'), viewer(ADA, 'admin')])
      expect(await numbers({ sort: 'number' }, staff)).toEqual([1, 2, 3]);
  });

  it('shows a merged thread to a requester only where it is theirs too', async () => {
    await happen(
      opened(1),
      opened(2, { by: BEN, description: 'Words of Ben' }),
      on(2, 'TicketMerged', { into: TICKET }),
    );
    const staff = await ticketOf(desk.read, kim, '1');
    expect(staff?.ticket.mergedFrom).toEqual([OTHER]);
    expect(staff?.conversation.map(({ body }) => body)).toEqual(['It does not work', 'Words of Ben']);
    expect(JSON.stringify(await ticketOf(desk.read, ana, '1'))).not.toContain('Ben');
    expect((await ticketOf(desk.read, ben, '2'))?.ticket.mergedInto).toBeNull();
    await happen(on(2, 'TicketUnmerged'));
    expect((await ticketOf(desk.read, kim, '1'))?.ticket.mergedFrom).toEqual([]);
    expect((await ticketOf(desk.read, kim, '2'))?.ticket.status).toBe('New');
  });

  it('shows a ticket and the queue as they stood, with the names of then', async () => {
    await happen(
      opened(1, { at: '2026-03-01T08:00:00Z' }),
      on(1, 'TicketAssigned', { assigneeId: KIM }, { at: '2026-03-02T08:00:00Z' }),
      said(1, 1, 'later words'),
      renamed(KIM, 'Kimberley'),
      on(1, 'TicketResolved', { resolution: 'Done' }, { at: '2026-03-04T08:00:00Z' }),
    );
    const at = async (asOf: string) => (await ticketOf(desk.read, kim, '1', { asOf }))?.ticket;
    expect(await at('2026-02-28T00:00:00Z')).toBeUndefined();
    expect(await at('2026-03-01T12:00:00Z')).toMatchObject({ status: 'New', assigneeName: null });
    expect(await at('2026-03-03T00:00:00Z')).toMatchObject({ status: 'Open', assigneeName: 'Kim' });
    expect(await at('2026-03-05T00:00:00Z')).toMatchObject({ status: 'Resolved', assigneeName: 'Kimberley' });
    expect((await ticketOf(desk.read, kim, '1', { revision: '1' }))?.ticket.status).toBe('Open');
    expect((await ticketOf(desk.read, kim, '1'))?.ticket).toMatchObject({ assigneeName: 'Kimberley' });
    const queue = async (asOf: string) => (await listTickets(desk.read, kim, { asOf })).items;
    expect(await queue('2026-02-28T00:00:00Z')).toEqual([]);
    expect(await queue('2026-03-03T00:00:00Z')).toMatchObject([{ status: 'Open', assigneeName: 'Kim' }]);
    expect(await numbers({ asOf: '2026-03-01T12:00:00Z', assignee: ['none'] })).toEqual([1]);
    expect(await numbers({ asOf: '2026-03-05T12:00:00Z', status: ['New', 'Open'] })).toEqual([]);
  });

  it('finds the tickets whose time has come', async () => {
    await happen(
      opened(1),
      on(1, 'TicketPutOnHold', { reason: 'part ordered', until: '2026-05-01T00:00:00Z' }),
      opened(2),
      on(2, 'TicketPutOnHold', { reason: 'no end', until: null }),
      opened(3),
      on(3, 'TicketResolved', { resolution: 'Done' }, { at: '2026-04-28T00:00:00Z' }),
    );
    const policy = { closeAfterDays: 5, reopenWithinDays: 14 };
    const due = (now: string) => dueTickets(desk.read, now, policy);
    expect(await due('2026-04-30T23:59:59Z')).toEqual({ resume: [], close: [] });
    expect(await due('2026-05-01T00:00:00Z')).toEqual({ resume: [TICKET], close: [] });
    expect(await due('2026-05-03T00:00:00Z')).toEqual({ resume: [TICKET], close: [ids.ticket(3)] });
  });

  it('lists what a person holds', async () => {
    await happen(
      opened(1),
      on(1, 'TicketAssigned', { assigneeId: KIM }),
      opened(2),
      on(2, 'TicketRejected', { reason: 'no' }),
    );
    expect((await holdings(desk.read, kim, KIM))?.map(({ number }) => number)).toEqual([1]);
    expect((await holdings(desk.read, kim, ANA))?.map(({ number }) => number)).toEqual([1]);
  });
});
