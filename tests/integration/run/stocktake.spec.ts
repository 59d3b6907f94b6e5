import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  categoryCommands,
  equipmentCommands,
  roomCommands,
  stocktakeCommands as commands,
} from '#commands/registry.ts';
import type { Runner } from '#commands/run.ts';
import { streamOf, userId } from '#domain/ids.ts';
import { actorId, DESK, type Actor } from '#domain/role.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { deskTables } from '#projections/deskTables/query.ts';
import { done, eventsOf, openedRoom, person, startTestDesk, type TestDesk } from '#tests/support/journal.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';

let desk: TestDesk;
let tables: Projecting;
let category: string;
let people: readonly [Actor, Actor];
/** The position of the last event that any of the processes here has appended. */
let end = 0n;

const LONG_MS = 20_000;
const whenAllIsIn = async (): Promise<void> => {
  if (!(await tables.projector.waitFor(end, LONG_MS))) throw new Error('The tables do not follow.');
};
const process = (): Runner => desk.another({ tables: deskTables(tables.read, whenAllIsIn) });

async function gives(runner: Runner, ...[command, request]: Parameters<Runner['run']>) {
  const outcome = done(await runner.run(command, request));
  if (outcome.position > end) end = outcome.position;
  return outcome;
}

const technician = async (): Promise<Actor> => ({
  kind: 'person',
  userId: userId.parse(await person(desk.runner, 'technician')),
  role: 'technician',
});

async function registered(roomId: string, tag: string): Promise<string> {
  const id = randomUUID();
  const input = { tag, name: `Thing ${tag}`, categoryId: category, roomId };
  await gives(desk.runner, equipmentCommands.registerEquipment, { id, input, actor: DESK });
  return id;
}

beforeAll(async () => {
  desk = await startTestDesk();
  tables = await projecting({ file: join(desk.embedded.directory, 'read.db'), connections: 4 }, desk.journal);
  category = randomUUID();
  const input = { kind: 'equipment', name: 'Machines' };
  await gives(desk.runner, categoryCommands.createCategory, { id: category, input, actor: DESK });
  people = [await technician(), await technician()];
}, LONG_MS);
afterAll(async () => {
  await tables.stop();
  await desk.stop();
});

interface Scanned {
  readonly commandId: string;
  readonly scanId: string;
  readonly text: string;
  readonly at: string;
}
const START = Date.parse('2026-03-01T08:00:00.000Z');
const queueOf = (texts: readonly string[]): Scanned[] =>
  texts.map((text, n) => ({
    commandId: randomUUID(),
    scanId: randomUUID(),
    text,
    at: new Date(START + n * 1_000).toISOString(),
  }));

/** Sends what is queued as a phone does that has its connection again: several at once, and each once more. */
async function sendTwice(
  id: string,
  queue: readonly Scanned[],
  { runner, actor }: { runner: Runner; actor: Actor },
) {
  const rest = queue.flatMap((one, n) =>
    n % 2 === 0 ? [one, one] : [one, { ...one, commandId: randomUUID() }],
  );
  const sender = async () => {
    for (let one = rest.shift(); one; one = rest.shift()) {
      const { scanId, text, commandId, at: occurredAt } = one;
      await gives(runner, commands.scan, { id, input: { scanId, text }, actor, commandId, occurredAt });
    }
  };
  await Promise.all([sender(), sender(), sender()]);
}

const only = <T extends Recorded['type']>(events: readonly Recorded[], type: T) =>
  events.filter((event): event is Extract<Recorded, { type: T }> => event.type === type);
const idsOf = (things: readonly { readonly equipmentId: string | null }[] | undefined) =>
  things?.map(({ equipmentId }) => equipmentId).sort();

describe('a stock-take', () => {
  test(
    'by two people at once, through two processes, doubles nothing and loses nothing',
    { timeout: 60_000 },
    async () => {
      const [here, there] = [await openedRoom(desk.runner), await openedRoom(desk.runner)];
      const own = await Promise.all(Array.from({ length: 20 }, (_, n) => registered(here, `PC-${n}`)));
      const foreign = await Promise.all(Array.from({ length: 6 }, (_, n) => registered(there, `LA-${n}`)));
      const missing = await registered(here, 'SC-1');
      const [one, other] = [process(), process()];
      const id = randomUUID();
      const [kim, lee] = people;
      await gives(one, commands.startStocktake, { id, input: { roomId: here }, actor: kim });

      const pcs = (from: number, to: number) => own.slice(from, to).map((_, n) => `PC-${from + n}`);
      const lamps = (from: number, to: number) =>
        foreign.slice(from, to).map((_, n) => `https://desk.example/t/la-${from + n}`);
      const kims = queueOf([...pcs(0, 14), ...lamps(0, 4), 'Fire exit']);
      const lees = queueOf(['FIRE EXIT', ...pcs(6, 20), ...lamps(2, 6)]);
      await Promise.all([
        sendTwice(id, kims, { runner: one, actor: kim }),
        sendTwice(id, lees, { runner: other, actor: lee }),
      ]);
      await gives(other, commands.finishStocktake, { id, input: {}, actor: lee });

      const events = await eventsOf(desk.journal, streamOf('stocktake', id));
      const [started, ...moreStarts] = only(events, 'StocktakeStarted');
      const [finished, ...moreEnds] = only(events, 'StocktakeFinished');
      const scans = only(events, 'EquipmentScanned');
      expect([moreStarts, moreEnds, events.length]).toEqual([[], [], scans.length + 2]);
      expect(idsOf(started?.data.expected)).toEqual([...own, missing].sort());
      const found = (verdict: string) =>
        scans.map(({ data }) => data).filter((data) => data.verdict === verdict);
      expect(idsOf(found('expected'))).toEqual(own.toSorted());
      expect(idsOf(found('elsewhere'))).toEqual(foreign.toSorted());
      expect(found('unknown')).toHaveLength(1);
      const sent = new Map([...kims, ...lees].map(({ scanId, at }) => [scanId, at]));
      for (const { data, at } of scans) expect(at).toBe(sent.get(data.scanId));
      expect(finished?.data.missing).toEqual([{ equipmentId: missing, tag: 'SC-1' }]);
      expect(finished?.data.unknown.map(({ text }) => text.toLowerCase())).toEqual(['fire exit']);
      expect(idsOf(finished?.data.elsewhere)).toEqual(foreign.toSorted());
    },
  );

  test('hears nothing that is sent when it is over, and still knows what it has heard', async () => {
    const room = await openedRoom(desk.runner);
    await registered(room, 'PR-1');
    const [kim] = people;
    const runner = process();
    const id = randomUUID();
    await gives(runner, commands.startStocktake, { id, input: { roomId: room }, actor: kim });
    const scan = { id, input: { scanId: randomUUID(), text: 'PR-1' }, actor: kim };
    await gives(runner, commands.scan, scan);
    await gives(runner, commands.finishStocktake, { id, input: {}, actor: kim });
    expect((await gives(runner, commands.scan, scan)).events).toEqual([]);
    const late = await runner.run(commands.scan, { ...scan, input: { ...scan.input, scanId: randomUUID() } });
    expect(late).toMatchObject({ rejection: { rejection: 'StocktakeOver' } });
  });
});

describe('a room', () => {
  test('is closed once what was in it has been moved, retired as it may be', async () => {
    const [room, other] = [await openedRoom(desk.runner), await openedRoom(desk.runner)];
    const thing = await registered(room, 'PR-2');
    const runner = process();
    const close = { id: room, input: {}, actor: DESK };
    expect(await runner.run(roomCommands.closeRoom, close)).toMatchObject({
      rejection: { rejection: 'RoomOccupied', facts: { count: 1, tags: 'PR-2' } },
    });
    const ofThing = (input: object) => ({ id: thing, input, actor: DESK });
    await gives(runner, equipmentCommands.retireEquipment, ofThing({ reason: 'Old' }));
    expect(await runner.run(roomCommands.closeRoom, close)).toMatchObject({
      rejection: { rejection: 'RoomOccupied', facts: { count: 1, tags: 'PR-2' } },
    });
    await gives(runner, equipmentCommands.moveEquipment, ofThing({ roomId: other }));
    expect((await gives(runner, roomCommands.closeRoom, close)).events).toEqual(['RoomClosed']);
  });

  test('is closed once nothing can come back to it because somebody declines it', async () => {
    const [room, other] = [await openedRoom(desk.runner), await openedRoom(desk.runner)];
    const thing = await registered(room, 'PR-3');
    const [borrower] = people;
    const runner = process();
    const close = { id: room, input: {}, actor: DESK };
    const ofThing = (input: object, actor: Actor = DESK) => ({ id: thing, input, actor });
    const to = { kind: 'person', userId: actorId(borrower) };
    await gives(runner, equipmentCommands.checkOut, ofThing({ to }));
    expect(await runner.run(roomCommands.closeRoom, close)).toMatchObject({
      rejection: { rejection: 'LoansAwaited', facts: { count: 1, tags: 'PR-3' } },
    });
    await gives(runner, equipmentCommands.declineCheckout, ofThing({ reason: 'Not mine' }, borrower));
    await gives(runner, equipmentCommands.moveEquipment, ofThing({ roomId: other }));
    expect((await gives(runner, roomCommands.closeRoom, close)).events).toEqual(['RoomClosed']);
  });
});
