import { setImmediate as breath } from 'node:timers/promises';
import type { Recorded } from '#eventstore/journal.ts';
import type { Names } from './look.ts';
import type { Projection } from './projection.ts';
import { missingKeys, textOf, unitOf, type Unit } from './unit.ts';
import { UnitFold } from './unitFold.ts';
import { foldOne, UnitFault, writesOf, type One } from './unitFault.ts';
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
  readonly changes: () => readonly RowChange[];
  readonly faults: ReadonlyMap<string, Fault>;
  /** Whether rows that are not in memory have changed. */
  readonly changesManyRows: boolean;
}
/** Reads rows that may be there by their keys. */
export type LoadRows = (from: Projection, keys: readonly string[]) => Promise<ReadonlyMap<string, object>>;

/** A large batch lets the database be heard, which is writing the batch before. */
const EVENTS_A_BREATH = 250;

/** Folds batches of events into the rows of several projections that stand at one position. Does no I/O. */
export class Folding {
  readonly #units = new Map<string, Unit>();
  /** By type of event, whom it concerns; most concern few. */
  readonly #concerned = new Map<string, readonly Unit[]>();
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
    this.#concerned.clear();
    this.names.adopt(other.names);
  }

  drop(name: string): void {
    this.#units.delete(name);
    this.#concerned.clear();
  }

  #concernedBy({ type }: Recorded): readonly Unit[] {
    const known = this.#concerned.get(type);
    if (known) return known;
    const units = [...this.#units.values()].filter(({ from }) => from.on[type] ?? from.onOthers[type]);
    this.#concerned.set(type, units);
    return units;
  }

  /** Brings the rows that a batch touches into memory. */
  async prepare(events: readonly Recorded[], load: LoadRows): Promise<void> {
    const concerning = new Map<Unit, Recorded[]>();
    for (const event of events)
      for (const unit of this.#concernedBy(event)) {
        const own = concerning.get(unit);
        if (own) own.push(event);
        else concerning.set(unit, [event]);
      }
    for (const [unit, own] of concerning) {
      const missing = missingKeys(unit, own);
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

  async #foldInto(folds: ReadonlyMap<Unit, One>, events: readonly Recorded[]): Promise<void> {
    const { look } = this.names;
    for (const [index, event] of events.entries()) {
      if (index % EVENTS_A_BREATH === EVENTS_A_BREATH - 1) await breath();
      this.names.fold(event);
      for (const unit of this.#concernedBy(event)) foldOne(folds.get(unit), look, event);
    }
  }

  async #attempt(events: readonly Recorded[], faults: ReadonlyMap<string, Fault>): Promise<Folded> {
    const folds = new Map(
      [...this.#units].map(([name, unit]): [Unit, One] => [
        unit,
        {
          name,
          fold: new UnitFold(unit.from, unit.cache, (row) => textOf(unit, row)),
          until: faults.get(name)?.at,
        },
      ]),
    );
    await this.#foldInto(folds, events);
    const all = [...folds.values()];
    const writes = all.map((one) => [one.name, writesOf(one, events).filter(does)] as const);
    for (const { fold } of all) fold.settle();
    this.names.settle();
    for (const name of faults.keys()) this.drop(name);
    return {
      position: events.at(-1)?.position ?? -1n,
      writes: new Map(writes),
      changes: () => all.flatMap(({ fold }) => fold.changes()),
      faults,
      changesManyRows: all.some(({ fold }) => fold.changesManyRows),
    };
  }
}
