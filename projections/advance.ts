import { setImmediate as breath } from 'node:timers/promises';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import { Feed } from './feed.ts';
import type { Folded } from './folding.ts';
import { patiently, type Log } from './patience.ts';
import { foldBatch, type Track } from './track.ts';

export interface Surroundings {
  readonly journal: Pick<Journal, 'subscribe'>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Moves a track forward: the next batch is folded while the last is being written. */
export class Advance {
  readonly track: Track;
  readonly #around: Surroundings;
  readonly #committed: (folded: Folded) => void;
  #writing: Promise<void> = Promise.resolve();
  #changesManyRows = false;

  constructor(track: Track, around: Surroundings, committed: (folded: Folded) => void = () => undefined) {
    this.track = track;
    this.#around = around;
    this.#committed = committed;
  }

  async take(events: readonly Recorded[]): Promise<void> {
    if (events.length === 0) return;
    if (this.#changesManyRows) await this.#writing;
    const { folded, commit } = await patiently(
      'reading rows',
      () => foldBatch(this.track, events),
      this.#around,
    );
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
  written(): Promise<void> {
    return this.#writing;
  }

  feed(): Feed {
    const { position } = this.track;
    return new Feed(this.#around.journal, position < 0n ? null : position);
  }
}
