import { setImmediate as breath } from 'node:timers/promises';
import type { Recorded } from '#eventstore/journal.ts';
import type { Folded, Folding, LoadRows } from './folding.ts';
import { missingKeys, textOf, type Unit } from './unit.ts';
import { foldOne, UnitFault, writesOf, type One } from './unitFault.ts';
import { UnitFold } from './unitFold.ts';
import { does } from './write.ts';

export interface Fault {
  readonly at: bigint;
  /** The last position that the projection has folded. */
  readonly last: bigint | null;
  readonly message: string;
}
export type Faults = ReadonlyMap<string, Fault>;

/** Many events let the database be heard, which is writing the batch before. */
const EVENTS_A_BREATH = 250;

/** Events are folded into it piece by piece, and are not kept; what they come to is written as one. */
export class OpenBatch {
  readonly #folding: Folding;
  readonly #folds: ReadonlyMap<Unit, One>;
  readonly faults: Faults;
  #first: bigint | null = null;
  #last: bigint | null = null;
  #size = 0;

  constructor(folding: Folding, faults: Faults = new Map()) {
    this.#folding = folding;
    this.faults = faults;
    this.#folds = new Map(
      Array.from(folding.units, ([name, unit]): [Unit, One] => {
        const fold = new UnitFold(unit.from, unit.cache, (row) => textOf(unit, row));
        return [unit, { name, fold, until: faults.get(name)?.at }];
      }),
    );
  }

  /** Events that have been folded. */
  get size(): number {
    return this.#size;
  }

  /** Where the last event stands that has been folded. */
  get position(): bigint | null {
    return this.#last;
  }

  /** Brings the rows that events touch into memory. */
  async prepare(events: readonly Recorded[], load: LoadRows): Promise<void> {
    const concerning = new Map<Unit, Recorded[]>();
    for (const event of events)
      for (const unit of this.#folding.concernedBy(event)) {
        const own = concerning.get(unit);
        if (own) own.push(event);
        else concerning.set(unit, [event]);
      }
    for (const [unit, own] of concerning) {
      const missing = missingKeys(unit, own, (key) => this.#folds.get(unit)?.fold.has(key) ?? false);
      if (missing.length === 0) continue;
      for (const [key, row] of await load(unit.from, missing)) unit.cache.put(key, row);
    }
  }

  /** Throws {@link UnitFault}; the batch is then of no use any more. */
  async fold(events: readonly Recorded[]): Promise<void> {
    const { names } = this.#folding;
    this.#first ??= events[0]?.position ?? null;
    for (const event of events) {
      if (this.#size % EVENTS_A_BREATH === EVENTS_A_BREATH - 1) await breath();
      names.fold(event);
      for (const unit of this.#folding.concernedBy(event)) foldOne(this.#folds.get(unit), names.look, event);
      this.#last = event.position;
      this.#size += 1;
    }
  }

  /** The same from its first event on, to be folded without what a projection cannot take. */
  without({ unit, at, message }: UnitFault): OpenBatch {
    this.forget();
    const last = at === this.#first ? null : this.#last;
    return new OpenBatch(this.#folding, new Map(this.faults).set(unit, { at, last, message }));
  }

  forget(): void {
    this.#folding.names.forget();
  }

  /** Moves the rows in memory on, and says what has to be written. Throws {@link UnitFault}. */
  close(): Folded {
    const all = [...this.#folds.values()];
    const writes = all.map((one) => [one.name, writesOf(one, this.#first ?? -1n).filter(does)] as const);
    for (const { fold } of all) fold.settle();
    this.#folding.names.settle();
    for (const name of this.faults.keys()) this.#folding.drop(name);
    return {
      position: this.#last ?? -1n,
      writes: new Map(writes),
      changes: () => all.flatMap(({ fold }) => fold.changes()),
      faults: this.faults,
      changesManyRows: all.some(({ fold }) => fold.changesManyRows),
    };
  }
}
