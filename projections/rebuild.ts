import { Advance, type Surroundings } from './advance.ts';
import type { Feed } from './feed.ts';
import { Folding } from './folding.ts';
import { createAllIndexes } from './indexes.ts';
import { Names } from './look.ts';
import { patiently, Stopped } from './patience.ts';
import { shapesOf, type Projection } from './projection.ts';
import { tableName, type ReadDatabase } from './readDatabase.ts';
import {
  activate,
  forgetGeneration,
  PositionLost,
  readGenerations,
  startGeneration,
  type Generation,
} from './state.ts';
import { createTable, dropTable } from './tables.ts';
import type { Track } from './track.ts';
import type { Turns } from './turns.ts';

export interface Building {
  readonly read: ReadDatabase;
  readonly around: Surroundings;
  readonly writer: string;
  /** The track that has to stand still while the new generation takes its place. */
  readonly live: Advance;
  readonly turns: Turns;
  /** Waits a while for the live track to reach a position. */
  readonly reached: (position: bigint) => Promise<unknown>;
}

/** Makes the tables of some projections anew from the first event, beside those in use, and then takes these over. */
export async function rebuild(what: readonly Projection[], building: Building): Promise<void> {
  const { around, read } = building;
  const track = await patiently('preparing tables', () => prepare(what, building), around);
  const advance = new Advance(track, around);
  const feed = advance.feed();
  try {
    await catchUp(advance, feed);
    around.log.info('making indexes', { position: String(track.position) });
    await patiently('making indexes', () => createAllIndexes(what, track), around);
    await catchUp(advance, feed);
    await takeOver({ advance, feed, building });
    await read.refresh();
  } finally {
    await feed.stop();
  }
}

async function prepare(what: readonly Projection[], { read, writer }: Building): Promise<Track> {
  const known = await readGenerations(read.knex);
  const generations = new Map<string, number>();
  for (const from of what) {
    const own = known.filter(({ name }) => name === from.name);
    for (const left of own.filter(({ status }) => status === 'building'))
      await forget(read, from, left.generation);
    const generation = Math.max(0, ...own.map((one) => one.generation)) + 1;
    for (const shape of shapesOf(from))
      await createTable(read.knex, tableName(shape.name, generation), shape);
    await startGeneration(read.knex, { name: from.name, generation, version: from.version, writer });
    generations.set(from.name, generation);
  }
  const folding = new Folding(what, new Names());
  return { read, folding, status: 'building', generations, writer, position: -1n };
}

async function forget(read: ReadDatabase, from: Projection, generation: number): Promise<void> {
  for (const { name } of shapesOf(from)) await dropTable(read.knex, tableName(name, generation));
  await forgetGeneration(read.knex, { name: from.name, generation });
}

async function catchUp(advance: Advance, feed: Feed): Promise<void> {
  for (;;) {
    const { events, caughtUp } = await feed.take();
    await advance.take(events);
    if (feed.stopped) throw new Stopped();
    if (caughtUp) return advance.written();
  }
}

interface TakingOver {
  readonly advance: Advance;
  readonly feed: Feed;
  readonly building: Building;
}

/** Brings both tracks to one position, and in that moment lets the new tables take the place of the old. */
async function takeOver(parts: TakingOver): Promise<void> {
  const { building } = parts;
  while (!(await building.turns.take(() => meet(parts))))
    await building.reached(parts.advance.track.position);
}

/** False where the live track is behind the new tables. */
async function meet({ advance, feed, building: { live, read, around } }: TakingOver): Promise<boolean> {
  await live.written();
  const target = live.track.folding.projections.length > 0 ? live.track.position : advance.track.position;
  if (advance.position > target) return false;
  while (advance.position < target) {
    await advance.take(await feed.takeUpTo(target));
    if (feed.stopped) throw new Stopped();
  }
  await advance.written();
  const old = await patiently('taking over', () => switchOver(advance.track), around);
  hand(advance.track, live.track);
  live.track.position = target;
  await read.refresh();
  await patiently('dropping old tables', () => dropOld(read, old), around);
  return true;
}

/** The live track goes on with the new tables; what faulted on the way stays as it is. */
function hand({ folding, generations }: Track, live: Track): void {
  for (const [name, generation] of generations) {
    live.folding.drop(name);
    live.generations.set(name, generation);
  }
  live.folding.adopt(folding);
}

const isOf = (generations: ReadonlyMap<string, number>, one: Generation): boolean =>
  generations.get(one.name) === one.generation;

/** Makes the new tables active; answers with the generations that were. */
const switchOver = ({ read, generations }: Track): Promise<Generation[]> =>
  read.knex.transaction(async (trx) => {
    const known = await readGenerations(trx);
    const names = [...generations.keys()];
    const built = known.filter((one) => isOf(generations, one));
    if (built.length !== names.length) throw new PositionLost('the new tables are no longer there');
    if (built.some(({ status }) => status === 'building')) await activate(trx, names);
    return known.filter((one) => names.includes(one.name) && !isOf(generations, one));
  });

async function dropOld(read: ReadDatabase, old: readonly Generation[]): Promise<void> {
  for (const { name, generation } of old) {
    const from = read.projections.find((one) => one.name === name);
    if (from)
      for (const shape of shapesOf(from)) await dropTable(read.knex, tableName(shape.name, generation));
  }
}
