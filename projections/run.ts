import { setTimeout as delay } from 'node:timers/promises';
import type { Journal } from '#eventstore/journal.ts';
import type { Folded } from './folding.ts';
import { Follower } from './follower.ts';
import { lead } from './leadership.ts';
import { brief, patiently, Stopped, type Log } from './patience.ts';
import type { ReadDatabase } from './readDatabase.ts';
import { Session } from './session.ts';
import { readGenerations, type Generation } from './state.ts';
import { Waiting } from './waiting.ts';
import type { RowChange } from './write.ts';

export interface ProjectorParts {
  readonly read: ReadDatabase;
  readonly journal: Pick<Journal, 'subscribe'>;
  readonly log: Log;
  /** After each commit of this process, in order. */
  readonly onCommit: (changes: readonly RowChange[], position: bigint) => void;
}

export interface Projector {
  /** The last position that all tables have reached, as far as this process knows. */
  position(): bigint;
  /** True once the tables have reached a position, false after so many milliseconds. */
  waitFor(position: bigint, ms: number): Promise<boolean>;
  /** The position of the last change of a projection's rows; undefined where this process does not project. */
  changed(projection: string): bigint | undefined;
  status(): Promise<Generation[]>;
  /** Makes a projection's tables anew beside those in use. Rejects where another process projects. */
  rebuild(projection: string): Promise<void>;
  /** Resolves once the tables are there, in their present version, and have been up to date. */
  readonly caughtUp: Promise<void>;
  /** Whether this process projects, into tables that have been up to date. */
  readonly leads: () => boolean;
  stop(): Promise<void>;
}

const AGAIN_MS = 200;

/** Follows the journal, in one process of all that share the database; the others follow its position. */
export function startProjector({ read, journal, log, onCommit }: ProjectorParts): Projector {
  const stopping = new AbortController();
  const waiting = new Waiting(-1n);
  const follower = new Follower(read, waiting);
  const caughtUp = Promise.withResolvers<undefined>();
  caughtUp.promise.catch(() => undefined);
  const changed = new Map<string, bigint>();
  let session: Session | undefined;
  let hasBeenUpToDate = false;

  const committed = ({ changes, writes, position }: Folded) => {
    for (const [name, { length }] of writes) if (length > 0) changed.set(name, position);
    waiting.reach(position);
    onCommit(changes(), position);
  };

  const ready = () => {
    hasBeenUpToDate = true;
    caughtUp.resolve(undefined);
  };
  const othersLead = () => {
    follower.start(ready);
  };

  const project = async (ending: AbortController) => {
    const around = { journal, log, signal: ending.signal };
    const end = () => {
      ending.abort();
    };
    session = await Session.begin({ read, around, waiting, committed, ready, end });
    for (const { name, changed: at } of await readGenerations(read.knex)) changed.set(name, at);
    follower.stop();
    await session.run();
  };

  const term = async () => {
    const ending = new AbortController();
    const end = () => {
      ending.abort();
    };
    stopping.signal.addEventListener('abort', end, { once: true });
    const leadership = await lead(read.knex, { signal: ending.signal, lost: end, othersLead });
    try {
      if (leadership) await project(ending);
    } catch (fault) {
      if (!(fault instanceof Stopped)) log.error('projecting ended', { fault: brief(fault) });
    } finally {
      end();
      session = undefined;
      changed.clear();
      stopping.signal.removeEventListener('abort', end);
      await leadership?.release();
    }
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await patiently('leading', term, { log, signal: stopping.signal }).catch(() => undefined);
      await delay(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    position: () => waiting.position,
    waitFor: (position, ms) => {
      const reached = waiting.for(position, ms);
      follower.look();
      return reached;
    },
    changed: (projection) => changed.get(projection),
    status: () => readGenerations(read.knex),
    rebuild: (projection) =>
      session?.rebuild(projection) ?? Promise.reject(new Error('Another process projects.')),
    caughtUp: caughtUp.promise,
    leads: () => session !== undefined && hasBeenUpToDate,
    stop: async () => {
      stopping.abort();
      follower.stop();
      waiting.end();
      caughtUp.reject(new Stopped());
      await running;
    },
  };
}
