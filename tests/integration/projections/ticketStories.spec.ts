import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '#projections/readDatabase.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf, type At } from '#projections/ticketPage/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { happens, registered, stock, toPerson } from '#tests/support/equipmentStory.ts';
import { ANA, BEN, ids, KIM, OTHER, TICKET } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, type Happening } from '#tests/support/recorded.ts';
import { house, on, opened } from '#tests/support/story.ts';

const kim: Viewer = { userId: KIM, role: 'technician' };
const ana: Viewer = { userId: ANA, role: 'requester' };

onBothDatabases((databases) => {
  let desk: Projecting;
  let journal: ArrayJournal;

  beforeEach(async () => {
    journal = new ArrayJournal();
    journal.add(...house, ...stock);
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
  });
  afterEach(() => desk.stop());

  const happen = async (...happenings: Happening[]) => {
    expect(await desk.projector.waitFor(journal.add(...happenings), 5_000)).toBe(true);
  };
  const storyFor = async (viewer: Viewer, ticketId: string = TICKET) =>
    (await ticketHistory(desk.read, viewer, ticketId)) ?? [];
  const typesFor = async (viewer: Viewer) => (await storyFor(viewer)).map(({ type }) => type);

  describe('Why a ticket turned', () => {
    it('stands in its conversation for all who read it, at its place', async () => {
      await happen(
        opened(1),
        on(1, 'TicketPutOnHold', { reason: 'A part', until: null }),
        on(1, 'TicketResumed'),
        on(1, 'TicketRejected', { reason: 'Not ours' }),
        on(1, 'TicketReopened', { reason: 'It is' }),
        on(1, 'TicketCancelled', { reason: '' }),
        on(1, 'TicketReopened', { reason: 'Again' }),
        on(1, 'TicketCancelled', { reason: 'Gone by itself' }),
      );
      const said = [
        ['description', 'It does not work'],
        ['hold', 'A part'],
        ['rejection', 'Not ours'],
        ['reopening', 'It is'],
        ['reopening', 'Again'],
        ['cancellation', 'Gone by itself'],
      ];
      const wordsFor = async (viewer: Viewer, at?: At) =>
        (await ticketOf(desk.read, viewer, '1', at))?.conversation.map(({ kind, body }) => [kind, body]);
      expect(await wordsFor(kim)).toEqual(said);
      expect(await wordsFor(ana)).toEqual(said);
      expect(await wordsFor(ana, { revision: '3' })).toEqual(said.slice(0, 3));
    });
  });

  describe('What another ticket brings', () => {
    const THIRD = ids.ticket(3);
    const brought = async (viewer: Viewer, ticketId: string = TICKET) =>
      (await storyFor(viewer, ticketId)).map(({ type, revision, other, changes }) => [
        type,
        revision,
        other?.number ?? null,
        ...(other ? changes.map(({ from, to }) => [from, to]) : []),
      ]);
    const at = async (position: bigint | string, viewer = kim) =>
      (await ticketOf(desk.read, viewer, TICKET, { position: String(position) }))?.ticket;

    it('is told in the story of the survivor at its place, and so is its end', async () => {
      await happen(
        opened(1),
        opened(2),
        on(2, 'TicketMerged', { into: TICKET }),
        on(1, 'TicketTagged', { tag: 'a' }),
      );
      await happen(on(2, 'TicketUnmerged'));
      expect(await brought(kim)).toEqual([
        ['TicketOpened', '0', null],
        ['TicketMerged', '0', 2, [null, '#2 Report 2']],
        ['TicketTagged', '1', null],
        ['TicketUnmerged', '1', 2, ['#2 Report 2', null]],
      ]);
      const story = await storyFor(kim);
      const stood = await Promise.all(story.map(async ({ position }) => (await at(position))?.mergedFrom));
      expect(stood).toEqual([[], [OTHER], [OTHER], []]);
      expect(story.at(-1)).toMatchObject({ actorName: 'Kim', ticketId: TICKET, state: { revision: '1' } });
    });

    it('is told where it comes by way of another ticket', async () => {
      await happen(
        ...[opened(1), opened(2), opened(3), on(3, 'TicketMerged', { into: OTHER })],
        on(2, 'TicketMerged', { into: TICKET }),
        on(3, 'TicketUnmerged'),
      );
      expect((await brought(kim)).slice(1)).toEqual([
        ['TicketMerged', '0', 2, [null, '#2 Report 2'], [null, '#3 Report 3']],
        ['TicketUnmerged', '0', 3, ['#3 Report 3', null]],
      ]);
      expect((await ticketOf(desk.read, kim, '1'))?.ticket.mergedFrom).toEqual([OTHER]);
    });

    it('is told of relations that were made there, to staff', async () => {
      const made = on(2, 'TicketsRelated', { ticketId: TICKET });
      await happen(opened(1), opened(2), made, on(2, 'TicketsUnrelated', { ticketId: TICKET }));
      expect((await brought(kim)).slice(1)).toEqual([
        ['TicketsRelated', '0', 2, [null, '#2 Report 2']],
        ['TicketsUnrelated', '0', 2, ['#2 Report 2', null]],
      ]);
      expect(await brought(ana)).toEqual([['TicketOpened', '0', null]]);
      const [, related, unrelated] = await storyFor(kim);
      expect((await at(related?.position ?? ''))?.related).toMatchObject([{ ticketId: OTHER }]);
      expect((await at(unrelated?.position ?? ''))?.related).toEqual([]);
    });

    it('is not told of a ticket that the reader may not read', async () => {
      await happen(
        ...[opened(1), opened(2, { by: BEN }), opened(3)],
        ...[on(2, 'TicketMerged', { into: TICKET }), on(3, 'TicketMerged', { into: TICKET })],
      );
      expect((await brought(ana)).slice(1)).toEqual([['TicketMerged', '0', 3, [null, '#3 Report 3']]]);
      expect(JSON.stringify(await storyFor(ana))).not.toContain(OTHER);
      expect((await brought(kim)).slice(1).map(([, , other]) => other)).toEqual([2, 3]);
      expect((await brought(kim, THIRD)).map(([, revision]) => revision)).toEqual(['0', '1']);
    });
  });

  describe('Equipment of a ticket', () => {
    const linked = (n: number) => on(1, 'EquipmentLinked', { equipmentId: ids.equipment(n) });

    it('is named on its page and in its story, for those who may read it', async () => {
      await happen(
        registered(1),
        registered(2),
        happens(2, 'EquipmentCheckedOut', toPerson(ANA)),
        opened(1),
        linked(1),
        linked(2),
      );
      const laptop = { equipmentId: ids.equipment(1), tag: 'AB-0001', name: 'Laptop' };
      const lent = { equipmentId: ids.equipment(2), tag: 'AB-0002', name: 'Laptop' };
      expect((await ticketOf(desk.read, kim, '1'))?.ticket.equipment).toEqual([laptop, lent]);
      expect((await ticketOf(desk.read, ana, '1'))?.ticket.equipment).toEqual([lent]);
      const changes = (await storyFor(ana)).flatMap((row) => row.changes);
      expect(changes.filter(({ field }) => field === 'equipment')).toEqual([
        { field: 'equipment', from: null, to: 'AB-0002 Laptop' },
      ]);
    });

    it('leaves no trace in the story that a requester reads who may not read it', async () => {
      await happen(
        registered(1),
        opened(1),
        linked(1),
        on(1, 'EquipmentUnlinked', { equipmentId: ids.equipment(1) }),
      );
      expect(await typesFor(kim)).toEqual(['TicketOpened', 'EquipmentLinked', 'EquipmentUnlinked']);
      expect(await typesFor(ana)).toEqual(['TicketOpened']);
      expect(JSON.stringify(await storyFor(ana))).not.toContain('Unknown');
    });
  });
});
