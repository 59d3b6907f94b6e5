import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventType } from '#domain/catalogue.ts';
import { listCategories } from '#projections/categories/query.ts';
import { BadCursor, cursorOf } from '#projections/cursor.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { recordHistory } from '#projections/recordHistory/query.ts';
import { findRoom, listRooms } from '#projections/rooms/query.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { listUsers, userByEmail } from '#projections/users/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { ADA, ANA, ids, KIM, OTHER, PRINTERS, TICKET } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, type Happening } from '#tests/support/recorded.ts';
import { house, on, opened, person, said } from '#tests/support/story.ts';

const kim: Viewer = { userId: KIM, role: 'technician' };
const ana: Viewer = { userId: ANA, role: 'requester' };

const to = (stream: string, type: EventType, data: object = {}): Happening => ({
  stream,
  by: ADA,
  event: { type, data },
});
const room = (n: number, name: string) =>
  to(`room-${ids.room(n)}`, 'RoomOpened', { name, building: 'East_Wing', floor: '' });
const INK = ids.category(2);
const choice = { type: 'choice', key: 'colour', label: 'Colour', required: true, choices: ['black', 'cyan'] };

onBothDatabases((databases) => {
  let desk: Projecting;

  beforeAll(async () => {
    const journal = new ArrayJournal();
    journal.add(
      ...house,
      ...['Room 1', 'Room 12', 'room 1', 'ROOM 1', 'A1', 'Büro', 'buro'].map((name, n) => room(n + 10, name)),
      person(ids.user(30), 'Bo_Li', 'requester'),
      to(`category-${INK}`, 'CategoryCreated', {
        ...{ kind: 'ticket', name: 'Ink', parentId: PRINTERS, fields: [choice] },
        ...{ slaPolicyId: null, defaultAssigneeId: KIM },
      }),
      to(`category-${INK}`, 'CategoryFieldsChanged', { fields: [{ ...choice, required: false }] }),
      opened(1),
      opened(2, { by: ids.user(30), title: 'The other one' }),
      said(1, 1, 'a public answer'),
      said(1, 4, 'an internal one', 'internal'),
      said(1, 2, 'a hidden quarrel', 'internal'),
      said(1, 3, 'hunter2'),
      on(1, 'CommentRedacted', { commentId: ids.comment(3), reason: 'a password' }),
      on(1, 'CommentRedacted', { commentId: ids.comment(2), reason: 'unkind' }),
      on(1, 'WatcherAdded', { userId: KIM }),
      on(1, 'TicketTagged', { tag: 'vpn' }),
      on(1, 'TicketsRelated', { ticketId: OTHER }),
      on(1, 'TicketMerged', { into: OTHER }),
    );
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    expect(await desk.projector.waitFor(journal.head, 5_000)).toBe(true);
  });
  afterAll(() => desk.stop());

  const rooms = async (q: string) => {
    const { items } = await listRooms(desk.read, kim, { q });
    return items.map(({ name }) => name).sort();
  };

  it.each([
    ['12', ['Room 12']],
    ['room 12', ['Room 12']],
    ['1', ['ROOM 1', 'Room 1', 'Room 12', 'room 1']],
    ['a1', ['A1']],
    ['wing 12', ['Room 12']],
    ['oom', []],
    ['%', []],
    ['_', []],
    ['!', []],
    ['*', []],
  ])('finds rooms by %s', async (q, expected) => {
    expect(await rooms(q)).toEqual(expected);
  });

  it('pages through names that are the same to the database, each once', async () => {
    const all = (await listRooms(desk.read, kim, {})).items.map(({ roomId }) => roomId);
    expect(all).toHaveLength(9);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRooms(desk.read, kim, { limit: 1, cursor });
      seen.push(...page.items.map(({ roomId }) => roomId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && seen.length < 20);
    expect(seen).toEqual(all);
  });

  it.each([
    ['no base64', 'é'],
    ['an id that is none', cursorOf('name', { value: 'Lab', id: "é' or 1=1" })],
    ['a place that is no name', cursorOf('name', { value: 7, id: ids.room(1) })],
    ['another order', cursorOf('-number', { value: 7, id: '7' })],
  ])('refuses a cursor made of %s', async (_, cursor) => {
    await expect(listRooms(desk.read, kim, { cursor })).rejects.toThrow(BadCursor);
    await expect(listTickets(desk.read, kim, { cursor, sort: 'number' })).rejects.toThrow(BadCursor);
  });

  it('finds people by words that a character joins, and by their address in any case', async () => {
    expect((await listUsers(desk.read, kim, { q: 'li' })).items.map(({ name }) => name)).toEqual(['Bo_Li']);
    expect((await userByEmail(desk.read, ' KIM@Example.org '))?.userId).toBe(KIM);
    expect(await userByEmail(desk.read, 'kím@example.org')).toBeUndefined();
  });

  it('finds nothing by an id that is none', async () => {
    expect(await findRoom(desk.read, kim, 'é')).toBeUndefined();
    expect(await ticketHistory(desk.read, kim, 'é')).toBeUndefined();
    expect(await recordHistory(desk.read, kim, { kind: 'room', recordId: 'é' })).toBeUndefined();
  });

  it("tells a category's story in names", async () => {
    const story = await recordHistory(desk.read, kim, { kind: 'category', recordId: INK });
    expect(story?.map(({ changes }) => changes)).toEqual([
      [
        { field: 'kind', from: null, to: 'ticket' },
        { field: 'name', from: null, to: 'Ink' },
        { field: 'parent', from: null, to: 'Printers' },
        { field: 'fields.colour', from: null, to: 'Colour, black / cyan, required' },
        { field: 'defaultAssignee', from: null, to: 'Kim' },
        { field: 'status', from: null, to: 'Active' },
      ],
      [{ field: 'fields.colour', from: 'Colour, black / cyan, required', to: 'Colour, black / cyan' }],
    ]);
    expect((await listCategories(desk.read, ana, { q: 'ink' })).items).toHaveLength(1);
  });

  it("tells a ticket's story in names, and a requester only of what is theirs", async () => {
    const told = async (viewer: Viewer) =>
      (await ticketHistory(desk.read, viewer, TICKET))?.flatMap(({ changes }) =>
        changes.map(({ field, to: value }) => `${field}: ${String(value)}`),
      );
    const story = await told(kim);
    expect(story).toEqual(
      expect.arrayContaining([
        ...[
          'number: 1',
          'room: Lab',
          'requester: Ana',
          'comment: a public answer',
          'comment: an internal one',
        ],
        ...['comment: ', 'reason: a password', 'watcher: Kim', 'tag: vpn', 'related: #2 The other one'],
        ...['mergedInto: #2 The other one', 'status: Merged'],
      ]),
    );
    expect(story).toContain('reason: unkind');
    expect(JSON.stringify(story)).not.toMatch(/hunter2|quarrel/);
    const own = await told(ana);
    expect(own).toEqual(
      expect.arrayContaining([
        ...['comment: a public answer', 'comment: ', 'reason: a password'],
        ...['tag: vpn', 'status: Merged'],
      ]),
    );
    expect(JSON.stringify(await ticketHistory(desk.read, ana, TICKET))).not.toMatch(
      /internal one|other one|internalNotes|hunter2|quarrel|unkind/,
    );
  });
});
