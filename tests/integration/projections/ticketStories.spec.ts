import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '#projections/readDatabase.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf, type At } from '#projections/ticketPage/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { happens, registered, stock, toPerson } from '#tests/support/equipmentStory.ts';
import { ANA, ids, KIM, TICKET } from '#tests/support/people.ts';
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
