import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { holderOf, hostOf, roomOf } from '#domain/equipment/rules.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { isOpened } from '#domain/ticket/rules.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { Happened } from '#domain/event.ts';
import { countEquipment } from '#projections/equipmentCounts/query.ts';
import { equipmentHistory } from '#projections/equipmentHistory/query.ts';
import { equipmentOf } from '#projections/equipmentPage/query.ts';
import { LISTED_STAGES } from '#projections/equipmentRegister/filters.ts';
import { listEquipmentRows } from '#projections/equipmentRegister/query.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import { listTickets } from '#projections/ticketQueue/query.ts';
import { countTickets } from '#projections/ticketCounts/query.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf, type TicketRead } from '#projections/ticketPage/query.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { ERASED_USER } from '#projections/words.ts';
import { arbitraryStory } from '#tests/support/arbitraryStory.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { KIM } from '#tests/support/people.ts';
import { contents, projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, Recorder, type Happening } from '#tests/support/recorded.ts';
import { house } from '#tests/support/story.ts';

const REPEATS = 3;
const kim: Viewer = { userId: KIM, role: 'technician' };

function recorded(story: readonly Happening[]): Recorder {
  const recorder = new Recorder();
  for (const one of [...house, ...story]) recorder.add(one);
  return recorder;
}

onBothDatabases((databases) => {
  const runs = databases.kind === 'SQLite' ? 25 : 5;
  let open: Projecting[] = [];
  const close = async () => {
    for (const desk of open) await desk.stop();
    open = [];
  };
  afterEach(close);

  /**
   * Folds a story in batches of the sizes given, by turns, with a process that ends and one that begins at each stop.
   * The journal hands out events that have been folded already, too.
   */
  async function fold(
    recorder: Recorder,
    sizes: readonly number[],
    stops: readonly number[] = [],
  ): Promise<Projecting> {
    const place = await databases.fresh();
    const journal = new ArrayJournal(new Recorder(), [500], REPEATS);
    let desk = await projecting(place, journal);
    let folded = 0;
    for (let turn = 0; folded < recorder.events.length; turn++) {
      if (stops.includes(turn)) {
        await desk.stop();
        desk = await projecting(place, journal);
      }
      await desk.projector.caughtUp;
      journal.recorder.events.push(
        ...recorder.events.slice(folded, (folded += sizes[turn % sizes.length] ?? 1)),
      );
      journal.announce();
      expect(await desk.projector.waitFor(journal.head, 5_000)).toBe(true);
    }
    open.push(desk);
    return desk;
  }

  /** Folds each event by itself, live. */
  async function foldOneByOne(recorder: Recorder): Promise<Projecting> {
    const journal = new ArrayJournal();
    const desk = await projecting(await databases.fresh(), journal);
    open.push(desk);
    await desk.projector.caughtUp;
    for (const event of recorder.events) {
      journal.recorder.events.push(event);
      journal.announce();
      expect(await desk.projector.waitFor(event.position, 5_000)).toBe(true);
    }
    return desk;
  }

  const property = (holds: (recorder: Recorder, sizes: number[], stops: number[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(
        arbitraryStory(60),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
        fc
          .array(fc.integer({ min: 1, max: 60 }), { maxLength: 2 })
          .map((stops) => stops.sort((a, b) => a - b)),
        async (story, sizes, stops) => {
          await holds(recorded(story), sizes, stops);
          await close();
        },
      ),
      { numRuns: runs },
    );

  it(
    'folding in any batches with restarts and duplicates equals folding one by one',
    { timeout: 240_000 },
    () =>
      property(async (recorder, sizes, stops) => {
        const batched = await contents((await fold(recorder, sizes, stops)).read);
        const single = await contents((await foldOneByOne(recorder)).read);
        expect(batched).toEqual(single);
      }),
  );

  it('tables made anew equal those that have lived', { timeout: 240_000 }, () =>
    property(async (recorder, sizes) => {
      const desk = await fold(recorder, sizes);
      const before = await contents(desk.read);
      await Promise.all(desk.read.projections.map(({ name }) => desk.projector.rebuild(name)));
      expect(await contents(desk.read)).toEqual(before);
    }),
  );

  it(
    'counts are those of the list, and the line of a ticket says what the domain does in the names of today',
    { timeout: 240_000 },
    () =>
      property(async (recorder, sizes) => {
        const desk = await fold(recorder, sizes);
        const { items } = await listTickets(desk.read, kim, { limit: 500 });
        const counted: Record<string, number> = {};
        for (const { status, priority, assigneeId } of items) {
          const key = `${status} ${priority} ${String(assigneeId)}`;
          counted[key] = (counted[key] ?? 0) + 1;
        }
        const counts = (await countTickets(desk.read, kim)) ?? [];
        expect(
          Object.fromEntries(
            counts.map((row) => [`${row.status} ${row.priority} ${String(row.assigneeId)}`, row.count]),
          ),
        ).toEqual(counted);
        for (const row of items) {
          const state = recorder.events
            .filter(({ stream }) => stream === `ticket-${row.ticketId}`)
            .reduce((before, event) => ticket.evolve(before, event as Happened<TicketEvent>), ticket.initial);
          if (!isOpened(state)) throw new Error('a line without a ticket');
          const { status, priority, assigneeId, title, tags, roomId } = state;
          const names = {
            requesterName: nameOf(recorder, row.requesterId),
            assigneeName: assigneeId && nameOf(recorder, assigneeId),
            roomName: nameOf(recorder, roomId),
          };
          expect(row).toMatchObject({ status, priority, assigneeId, title, tags, roomId, ...names });
        }
      }),
  );

  it(
    'a thing stands where the domain and its host say, in the names of today and in its history, and is counted',
    { timeout: 240_000 },
    () =>
      property(async (recorder, sizes) => {
        const desk = await fold(recorder, sizes);
        const stage = [...LISTED_STAGES, 'Withdrawn' as const];
        const { items } = await listEquipmentRows(desk.read, kim, { limit: 500, stage });
        const counts = (await countEquipment(desk.read, kim)) ?? [];
        expect(countsIn(items)).toEqual(
          Object.fromEntries(counts.map((row) => [`${row.stage} ${row.categoryId}`, row.count])),
        );
        for (const row of items) {
          const { roomId, holderId, ...own } = expectedThing(recorder, row.equipmentId);
          const roomName = roomId && nameOf(recorder, roomId);
          const holderName = holderId && nameOf(recorder, holderId);
          const categoryName = nameOf(recorder, row.categoryId);
          expect(row).toMatchObject({ ...own, roomId, holderId, roomName, holderName, categoryName });
          await sameThingNowAndThen(desk, row);
        }
      }),
  );

  it('the last state of a history is the present one', { timeout: 240_000 }, () =>
    property(async (recorder, sizes) => {
      const desk = await fold(recorder, sizes);
      for (const row of (await listTickets(desk.read, kim, { limit: 500 })).items)
        await sameNowAndThen(desk, recorder, row);
    }),
  );
});

const countsIn = (rows: readonly EquipmentRow[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const { stage, categoryId } of rows)
    counted[`${stage} ${categoryId}`] = (counted[`${stage} ${categoryId}`] ?? 0) + 1;
  return counted;
};

/** What the domain says of a thing; what it is part of tells where it is. */
function expectedThing(recorder: Recorder, equipmentId: string) {
  const state = recorder.events
    .filter(({ stream }) => stream === `equipment-${equipmentId}`)
    .reduce(
      (before, event) => equipment.evolve(before, event as Happened<EquipmentEvent>),
      equipment.initial,
    );
  if (!isRegistered(state)) throw new Error('a line without a thing');
  const { tag, standing, condition, labelledAt, details } = state;
  const hostId = hostOf(standing);
  const at: Whereabouts =
    hostId !== null && recorder.events.some(({ entityId }) => entityId === hostId)
      ? expectedThing(recorder, hostId)
      : { roomId: roomOf(standing), holderId: holderOf(standing) };
  const facts = { tag, stage: standing.stage, condition, labelledAt, name: details.name, hostId };
  return { ...facts, roomId: at.roomId, holderId: at.holderId };
}
interface Whereabouts {
  readonly roomId: string | null;
  readonly holderId: string | null;
}

/** Whoever was renamed, and wherever its host has gone, since its last event is not in its history. */
async function sameThingNowAndThen({ read }: Projecting, row: EquipmentRow): Promise<void> {
  const { roomName, holderName, categoryName, hostTag, roomId, holderId, ...state } = row;
  const story = (await equipmentHistory(read, kim, row.equipmentId)) ?? [];
  expect(story.at(-1)).toMatchObject({ state, validTo: null });
  expect(story.map(({ revision }) => revision)).toEqual(story.map((_, index) => String(index)));
  const valueOn = '2026-06-30';
  const now = await equipmentOf(read, kim, row.equipmentId, { valueOn });
  const then = await equipmentOf(read, kim, row.equipmentId, {
    valueOn,
    at: { asOf: '9000-01-01T00:00:00Z' },
  });
  const names = { roomName, holderName, categoryName, hostTag };
  expect({ ...then?.equipment, ...names }).toEqual({ ...now?.equipment, ...names });
  expect(then?.equipment).toMatchObject({ roomId, holderId });
}

/** What a person or a room is called at the end of a story. */
function nameOf({ events }: Recorder, id: string): unknown {
  const naming = events.findLast(
    ({ entityId, type, data }) => entityId === id && (type === 'UserErased' || 'name' in data),
  );
  return naming && 'name' in naming.data ? naming.data.name : ERASED_USER;
}

/** Whoever was renamed since the last event has the name of then in the history. */
async function sameNowAndThen({ read }: Projecting, recorder: Recorder, row: TicketQueueRow): Promise<void> {
  const { requesterName, assigneeName, roomName, categoryName, ...state } = row;
  const story = (await ticketHistory(read, kim, row.ticketId)) ?? [];
  expect(story.at(-1)).toMatchObject({ state, validTo: null });
  const own = story.filter(({ other }) => other === null);
  expect(own.map(({ revision }) => revision)).toEqual(own.map((_, index) => String(index)));
  const now = pageOf(await ticketOf(read, kim, row.ticketId));
  const position = String(recorder.events.at(-1)?.position);
  const then = pageOf(await ticketOf(read, kim, row.ticketId, { position }));
  expect({ ...then, requesterName, assigneeName, roomName, categoryName }).toEqual(now);
}

/** Without what watchers and other tickets are called, of which some were opened or renamed since. */
const pageOf = (seen: TicketRead | undefined): object => ({
  ...seen?.ticket,
  related: seen?.ticket.related.map(({ ticketId }) => ticketId),
  mergedTickets: seen?.ticket.mergedTickets.map(({ ticketId }) => ticketId),
  watchers: seen?.ticket.watchers.map(({ userId }) => userId),
});
