import { setImmediate as breath } from 'node:timers/promises';
import type { Recorded } from '#eventstore/journal.ts';
import type { Names } from './look.ts';
import type { Look, Projection } from './projection.ts';
import { missingKeys, textOf, unitOf, type Unit } from './unit.ts';
import { UnitFold } from './unitFold.ts';
import { does, type RowChange, type Write } from './write.ts';

export interface Fault {
  readonly at: bigint;
  /** The last position that the projection has folded. */
  readonly last: bigint | null;
  readonly message: string;
}
export interface Folded {
  readonly position: bigint;
  readonly writes: ReadonlyMap<string, readonly Write[]>;
  readonly changes: readonly RowChange[];
  readonly faults: ReadonlyMap<string, Fault>;
  /** Whether rows that are not in memory have changed. */
  readonly changesManyRows: boolean;
}
/** Reads rows that may be there by their keys. */
export type LoadRows = (from: Projection, keys: readonly string[]) => Promise<ReadonlyMap<string, object>>;

/** A large batch lets the database be heard, which is writing the batch before. */
const EVENTS_A_BREATH = 250;

class UnitFault extends Error {
  readonly unit: string;
  readonly at: bigint;
  constructor(unit: string, at: bigint, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.unit = unit;
    this.at = at;
  }
}

/** Folds batches of events into the rows of several projections that stand at one position. Does no I/O. */
export class Folding {
  readonly #units = new Map<string, Unit>();
  readonly names: Names;

  constructor(from: readonly Projection[], names: Names) {
    this.names = names;
    for (const one of from) this.#units.set(one.name, unitOf(one));
  }

  get projections(): Projection[] {
    return [...this.#units.values()].map(({ from }) => from);
  }

  /** Takes over projections that stand at the same position from another folding. */
  adopt(other: Folding): void {
    for (const [name, unit] of other.#units) this.#units.set(name, unit);
    this.names.adopt(other.names);
  }

  drop(name: string): void {
    this.#units.delete(name);
  }

  /** Brings the rows that a batch touches into memory. */
  async prepare(events: readonly Recorded[], load: LoadRows): Promise<void> {
    for (const unit of this.#units.values()) {
      const missing = missingKeys(unit, events);
      if (missing.length === 0) continue;
      for (const [key, row] of await load(unit.from, missing)) unit.cache.put(key, row);
    }
  }

  async fold(events: readonly Recorded[]): Promise<Folded> {
    const faults = new Map<string, Fault>();
    for (;;) {
      try {
        return await this.#attempt(events, faults);
      } catch (fault) {
        if (!(fault instanceof UnitFault)) throw fault;
        const before = events.findLast(({ position }) => position < fault.at);
        faults.set(fault.unit, { at: fault.at, last: before?.position ?? null, message: fault.message });
      } finally {
        this.names.forget();
      }
    }
  }

  async #foldInto(
    folds: readonly (readonly [string, UnitFold])[],
    events: readonly Recorded[],
    faults: ReadonlyMap<string, Fault>,
  ): Promise<void> {
    const { look } = this.names;
    for (const [index, event] of events.entries()) {
      if (index % EVENTS_A_BREATH === EVENTS_A_BREATH - 1) await breath();
      this.names.fold(event);
      for (const [name, fold] of folds) foldOne({ name, fold, look, until: faults.get(name)?.at }, event);
    }
  }

  async #attempt(events: readonly Recorded[], faults: ReadonlyMap<string, Fault>): Promise<Folded> {
    const folds = [...this.#units].map(([name, unit]): [string, UnitFold] => [
      name,
      new UnitFold(unit.from, unit.cache, (row) => textOf(unit, row)),
    ]);
    await this.#foldInto(folds, events, faults);
    const done = folds.map(([name, fold]) => [name, doneOf(name, fold, events)] as const);
    for (const [, fold] of folds) fold.settle();
    this.names.settle();
    for (const name of faults.keys()) this.drop(name);
    return {
      position: events.at(-1)?.position ?? -1n,
      writes: new Map(done.map(([name, { writes }]) => [name, writes.filter(does)])),
      changes: done.flatMap(([, { changes }]) => changes),
      faults,
      changesManyRows: folds.some(([, fold]) => fold.changesManyRows),
    };
  }
}

interface One {
  readonly name: string;
  readonly fold: UnitFold;
  readonly look: Look;
  readonly until: bigint | undefined;
}
function foldOne({ name, fold, look, until }: One, event: Recorded): void {
  if (until !== undefined && event.position >= until) return;
  try {
    fold.fold(event, look);
  } catch (cause) {
    throw new UnitFault(name, event.position, cause);
  }
}

function doneOf(name: string, fold: UnitFold, events: readonly Recorded[]): ReturnType<UnitFold['done']> {
  try {
    return fold.done();
  } catch (cause) {
    throw new UnitFault(name, events[0]?.position ?? -1n, cause);
  }
}
