import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#projections/readDatabase.ts';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { listRooms } from '#projections/rooms/query.ts';
import { countActiveAdmins, findUser, hasUsers, listUsers, userByEmail } from '#projections/users/query.ts';
import { listCategories, findCategory } from '#projections/categories/query.ts';
import { recordHistory } from '#projections/recordHistory/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { ADA, ANA, BEN, ids, KIM, LAB, PRINTERS } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';
import { house, on, opened, person, renamed, said } from '#tests/support/story.ts';

const kim: Viewer = { userId: KIM, role: 'technician' };
const ana: Viewer = { userId: ANA, role: 'requester' };

const words: readonly (readonly [typed: string, found: readonly number[], why: string])[] = [
  ['printer', [1, 4], 'a word of the title'],
  ['PRINT', [1, 4], 'the beginning of a word, in any case'],
  ['rinter', [], 'never the middle of a word'],
  ['printer jam', [1], 'words in different places of the ticket'],
  ['"paper jam"', [1], 'a phrase'],
  ['"jam paper"', [], 'a phrase in another order'],
  ['über', [2], 'an umlaut'],
  ['uber', [2], 'an umlaut without its dots'],
  ['AP', [3], 'a short word'],
  ['ap 3', [3], 'two short words'],
  ['how', [4], 'a word that other searches leave out'],
  ['#3', [3], 'a number with its sign'],
  ['2', [2], 'a number alone'],
  ['secret', [4], 'an internal note, for staff'],
  ['gone', [], 'words that were redacted'],
  ['supplier', [6], 'why it was put on hold'],
  ['flickers', [6], 'why it was reopened'],
  ['landlord', [6], 'why it was rejected'],
  ['myself', [6], 'why it was cancelled'],
  ['Renamed', [5], 'the title of today'],
  ['Original', [], 'a title that is no more'],
  ['', [1, 2, 3, 4, 5, 6], 'everything, where nothing is looked for'],
  ['+-*"()~<>@', [], 'operators alone'],
  ['printer" OR 1=1 --', [], 'an injection'],
  ["printer' or ''='", [], 'another injection'],
  ['printer OR jam', [], 'words in the place of operators'],
  ['(printer*', [1, 4], 'a broken query'],
  ['NEAR(printer', [], 'a function of the search engine'],
  ['body:printer', [], 'a column of the search engine'],
];

onBothDatabases((databases) => {
  let desk: Projecting;

  beforeAll(async () => {
    const journal = new ArrayJournal();
    journal.add(
      ...house,
      opened(1, { title: 'Printer does nothing' }),
      said(1, 1, 'There is a paper jam, again'),
      opened(2, { title: 'Überweisung', by: BEN }),
      opened(3, { title: 'The AP 3 is down' }),
      opened(4, { title: 'How to use the printer' }),
      said(4, 2, 'secret thoughts', 'internal'),
      said(4, 3, 'gone tomorrow'),
      on(4, 'CommentRedacted', { commentId: ids.comment(3), reason: 'a password' }),
      opened(5, { title: 'Original title' }),
      on(5, 'TicketRetitled', { title: 'Renamed title' }),
      opened(6, { title: 'A lamp' }),
      on(6, 'TicketPutOnHold', { reason: 'Waiting for the supplier', until: null }),
      on(6, 'TicketRejected', { reason: 'That is for the landlord' }),
      on(6, 'TicketReopened', { reason: 'It flickers' }),
      on(6, 'TicketCancelled', { reason: 'I did it myself' }),
    );
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    journal.add(
      renamed(KIM, "Kim O'Hara"),
      person(ids.user(20), 'Zoë', 'technician'),
      { stream: `user-${ids.user(20)}`, by: ADA, event: { type: 'UserDeactivated', data: {} } },
      {
        stream: `room-${LAB}`,
        by: ADA,
        event: { type: 'RoomRenamed', data: { name: 'Lab 100%', building: 'Main', floor: '1' } },
      },
    );
    expect(await desk.projector.waitFor(journal.head, 5_000)).toBe(true);
  });
  afterAll(() => desk.stop());

  const found = async (q: string, by = kim) =>
    (await listTickets(desk.read, by, { q, sort: 'number' })).items.map(({ number }) => number);

  describe('a search', () => {
    it.each(words)('for %s finds %j: %s', async (typed, expected) => {
      expect(await found(typed)).toEqual(expected);
    });

    it('by a requester matches neither internal words nor tickets of others', async () => {
      expect(await found('secret', ana)).toEqual([]);
      expect(await found('über', ana)).toEqual([]);
      expect(await found('2', ana)).toEqual([]);
      expect(await found('printer', ana)).toEqual([1, 4]);
    });
  });

  describe('people', () => {
    const names = async (filters: Parameters<typeof listUsers>[2], by = kim) =>
      (await listUsers(desk.read, by, filters)).items.map(({ name }) => name);

    it('are listed by name and narrowed down', async () => {
      expect(await names({})).toEqual(['Ada', 'Ana', 'Audrey', 'Ben', "Kim O'Hara", 'Lee', 'Zoë']);
      expect(await names({ role: 'requester' })).toEqual(['Ana', 'Ben']);
      expect(await names({ assignable: true })).toEqual(['Ada', "Kim O'Hara", 'Lee']);
      expect(await names({ status: 'Deactivated' })).toEqual(['Zoë']);
      expect(await names({ q: 'a' })).toEqual(['Ada', 'Ana', 'Audrey']);
      expect(await names({ q: 'hara' })).toEqual(["Kim O'Hara"]);
      expect(await names({ q: '%' })).toEqual([]);
    });

    it('come in pages', async () => {
      const first = await listUsers(desk.read, kim, { limit: 3 });
      const second = await listUsers(desk.read, kim, { limit: 10, cursor: first.next ?? '' });
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(await names({}));
      expect(second.next).toBeNull();
    });

    it('are not shown to requesters, but for themselves', async () => {
      expect(await names({}, ana)).toEqual(['Ana']);
      expect(await findUser(desk.read, ana, KIM)).toBeUndefined();
      expect((await findUser(desk.read, ana, ANA))?.name).toBe('Ana');
      expect(await recordHistory(desk.read, ana, { kind: 'user', recordId: ANA })).toBeUndefined();
    });

    it('are found for signing in', async () => {
      expect((await userByEmail(desk.read, 'ana@example.org'))?.userId).toBe(ANA);
      expect(await userByEmail(desk.read, 'nobody@example.org')).toBeUndefined();
      expect(await userByEmail(desk.read, '')).toBeUndefined();
      expect(await countActiveAdmins(desk.read)).toBe(1);
      expect(await hasUsers(desk.read)).toBe(true);
    });

    it('have a history of what changed', async () => {
      const story = await recordHistory(desk.read, kim, { kind: 'user', recordId: KIM });
      expect(story?.map(({ type }) => type)).toEqual(['UserRegistered', 'UserDetailsCorrected']);
      expect(story?.[1]?.changes).toContainEqual({ field: 'name', from: 'Kim', to: "Kim O'Hara" });
    });
  });

  it('lists rooms and categories', async () => {
    expect((await listRooms(desk.read, ana, { q: 'lab 100%' })).items.map(({ roomId }) => roomId)).toEqual([
      LAB,
    ]);
    expect((await listRooms(desk.read, ana, { status: 'Open' })).items.map(({ name }) => name)).toEqual([
      'Hall',
      'Lab 100%',
    ]);
    expect((await listCategories(desk.read, ana, { kind: 'equipment' })).items).toEqual([]);
    expect((await findCategory(desk.read, ana, PRINTERS))?.defaultAssigneeName).toBe("Kim O'Hara");
  });
});
