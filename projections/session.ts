import { randomUUID } from 'node:crypto';
import { Advance, type Surroundings } from './advance.ts';
import type { Folded } from './folding.ts';
import { Folding } from './folding.ts';
import { knownNames } from './knownNames/projection.ts';
import { follow } from './live.ts';
import { Names } from './look.ts';
import { patiently } from './patience.ts';
import type { Look, Projection } from './projection.ts';
import type { ReadDatabase } from './readDatabase.ts';
import { tableName } from './readDatabase.ts';
import { rebuild } from './rebuild.ts';
import { readGenerations, type Generation } from './state.ts';
import { Turns } from './turns.ts';
import type { Waiting } from './waiting.ts';

export interface SessionParts {
  readonly read: ReadDatabase;
  readonly around: Surroundings;
  readonly waiting: Waiting;
  readonly committed: (folded: Folded) => void;
  readonly ready: () => void;
  readonly end: () => void;
}

/** The time during which this process projects. */
export class Session {
  readonly #parts: SessionParts;
  readonly #advance: Advance;
  readonly #turns = new Turns();
  readonly #rebuilds = new Turns();
  readonly #writer: string;
  readonly #stale: readonly Projection[];

  private constructor(
    parts: SessionParts,
    start: { advance: Advance; writer: string; stale: readonly Projection[] },
  ) {
    this.#parts = parts;
    this.#advance = start.advance;
    this.#writer = start.writer;
    this.#stale = start.stale;
  }

  /** Takes up the work where the tables stand. */
  static async begin(parts: SessionParts): Promise<Session> {
    const { read, around, committed } = parts;
    const writer = randomUUID();
    const { usable, names } = await patiently('reading the checkpoint', () => standing(read), around);
    const generations = new Map(usable.map(({ name, generation }) => [name, generation]));
    const folded = read.projections.filter(({ name }) =>
      usable.some((one) => one.name === name && !one.fault),
    );
    const track = {
      read,
      folding: new Folding(folded, new Names(names)),
      status: 'active' as const,
      generations,
      writer,
      position: usable.find(({ fault }) => !fault)?.position ?? -1n,
    };
    await read.refresh();
    const stale = read.projections.filter(({ name }) => !generations.has(name));
    return new Session(parts, { advance: new Advance(track, around, committed), writer, stale });
  }

  get look(): Look {
    return this.#advance.track.folding.names.look;
  }

  /** Projects until it is stopped or somebody else does. */
  async run(): Promise<void> {
    const { waiting, around, ready } = this.#parts;
    const track = this.#advance.track;
    const building = this.#stale.length > 0 ? this.#rebuild(this.#stale) : Promise.resolve();
    if (track.folding.projections.length === 0) await building;
    waiting.reach(track.position);
    let built = false;
    let caughtUp = false;
    const settle = () => {
      if (built && caughtUp) ready();
    };
    const following = follow({
      advance: this.#advance,
      around,
      turns: this.#turns,
      caughtUp: () => {
        caughtUp = true;
        settle();
      },
    });
    const work = [
      following,
      building.then(() => {
        built = true;
        settle();
      }),
    ];
    try {
      await Promise.all(work);
    } finally {
      this.#parts.end();
      await Promise.allSettled(work);
    }
  }

  rebuild(name: string): Promise<void> {
    const from = this.#parts.read.projections.find((one) => one.name === name);
    return from ? this.#rebuild([from]) : Promise.reject(new Error(`There is no projection ${name}.`));
  }

  #rebuild(what: readonly Projection[]): Promise<void> {
    const { read, around, waiting } = this.#parts;
    const building = {
      read,
      around,
      writer: this.#writer,
      live: this.#advance,
      turns: this.#turns,
      reached: (position: bigint) => waiting.for(position, 1_000),
    };
    const names = what.map(({ name }) => name);
    return this.#rebuilds.take(async () => {
      around.log.info('making tables anew', { names });
      await patiently('making tables anew', () => rebuild(what, building), around);
      around.log.info('made tables anew', { names });
    });
  }
}

/** The active generations of the present versions, and the names that `look` begins with. */
async function standing(read: ReadDatabase): Promise<{ usable: Generation[]; names: [string, string][] }> {
  const active = (await readGenerations(read.knex)).filter(({ status }) => status === 'active');
  const current = active.filter((one) =>
    read.projections.some(({ name, version }) => name === one.name && version === one.version),
  );
  const known = current.find(({ name }) => name === knownNames.name);
  if (!known || known.fault) return { usable: [], names: [] };
  const usable = current.filter(({ position, fault }) => fault !== null || position === known.position);
  const lines = await read
    .knex<{ id: string; name: string }>(tableName(knownNames.name, known.generation))
    .select('id', 'name');
  return { usable, names: lines.map(({ id, name }) => [id, name]) };
}
