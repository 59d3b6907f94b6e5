import { setImmediate as breath } from 'node:timers/promises';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import { Feed } from './feed.ts';
import type { Folded } from './folding.ts';
import type { OpenBatch } from './openBatch.ts';
import { patiently, Stopped, type Log } from './patience.ts';
import { committing, loadFor, type Track } from './track.ts';
import { UnitFault } from './unitFault.ts';

export interface Surroundings {
  readonly journal: Pick<Journal, 'subscribe'>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Events of a batch while catching up; it is written sooner where nothing more has been recorded. */
const BATCH = 5_000;

interface Tries<T> {
  readonly first: () => T | Promise<T>;
  readonly again: () => Promise<T>;
}

/** Moves a track forward: the next batch is folded while the last is being written. */
export class Advance {
  readonly track: Track;
  readonly #around: Surroundings;
  readonly #committed: (folded: Folded) => void;
  #open: OpenBatch | undefined;
  #writing: Promise<void> = Promise.resolve();
  #changesManyRows = false;

  constructor(track: Track, around: Surroundings, committed: (folded: Folded) => void = () => undefined) {
    this.track = track;
    this.#around = around;
    this.#committed = committed;
  }

  /** Where the last event stands that was taken. */
  get position(): bigint {
    return this.#open?.position ?? this.track.position;
  }

  /** Folds events into the open batch, and has it written once it is full. */
  async take(events: readonly Recorded[]): Promise<void> {
    const upTo = events.at(-1)?.position;
    if (upTo === undefined) return;
    await this.#withoutFaults({
      first: () => this.#fold(events),
      again: () => this.#foldAgain(upTo),
    });
    if (this.#batch.size >= BATCH) await this.#write();
  }

  get #batch(): OpenBatch {
    return (this.#open ??= this.track.folding.open());
  }

  async #fold(events: readonly Recorded[]): Promise<void> {
    const batch = this.#batch;
    if (this.#changesManyRows) await this.#writing;
    await patiently('reading rows', () => batch.prepare(events, loadFor(this.track)), this.#around);
    await batch.fold(events);
  }

  /** Folds the events of the open batch from the journal. */
  async #foldAgain(upTo: bigint): Promise<void> {
    const feed = this.feed();
    try {
      while (this.position < upTo) {
        await this.#fold(await feed.takeUpTo(upTo));
        if (feed.stopped) throw new Stopped();
      }
    } finally {
      await feed.stop();
    }
  }

  /** Where a projection faults, all is done again without it. */
  async #withoutFaults<T>({ first, again }: Tries<T>): Promise<T> {
    try {
      return await first();
    } catch (fault) {
      if (!(fault instanceof UnitFault)) {
        this.#open?.forget();
        this.#open = undefined;
        throw fault;
      }
      this.#open = this.#batch.without(fault);
    }
    return this.#withoutFaults({ first: again, again });
  }

  async #write(): Promise<void> {
    const upTo = this.position;
    const names = this.track.folding.projections.map(({ name }) => name);
    const folded = await this.#withoutFaults({
      first: () => this.#batch.close(),
      again: async () => {
        await this.#foldAgain(upTo);
        return this.#batch.close();
      },
    });
    this.#open = undefined;
    const commit = committing(this.track, folded, names);
    this.#changesManyRows = folded.changesManyRows;
    await this.#writing;
    this.#writing = patiently('writing rows', commit, this.#around).then(() => {
      this.#tell(folded);
      return breath();
    });
    this.#writing.catch(() => undefined);
  }

  #tell(folded: Folded): void {
    const { log } = this.#around;
    for (const [name, { at, message }] of folded.faults)
      log.error('projection faulted', { name, position: String(at), fault: message });
    this.#committed(folded);
  }

  /** Once all that was taken is in the database. */
  async written(): Promise<void> {
    if (this.#open) await this.#write();
    await this.#writing;
  }

  /** What has been recorded after the last batch. */
  feed(): Feed {
    const { position } = this.track;
    const { journal, signal } = this.#around;
    return new Feed(journal, position < 0n ? null : position, signal);
  }
}
