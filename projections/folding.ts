import type { Recorded } from '#eventstore/journal.ts';
import type { Names } from './look.ts';
import { OpenBatch, type Faults } from './openBatch.ts';
import type { Projection } from './projection.ts';
import { unitOf, type Unit } from './unit.ts';
import type { RowChange, Write } from './write.ts';

export interface Folded {
  readonly position: bigint;
  readonly writes: ReadonlyMap<string, readonly Write[]>;
  readonly changes: () => readonly RowChange[];
  readonly faults: Faults;
  /** Whether rows that are not in memory have changed. */
  readonly changesManyRows: boolean;
}
/** Reads rows that may be there by their keys. */
export type LoadRows = (from: Projection, keys: readonly string[]) => Promise<ReadonlyMap<string, object>>;

/** Several projections that stand at one position, with the rows that they have in memory. Does no I/O. */
export class Folding {
  readonly #units = new Map<string, Unit>();
  /** By type of event, whom it concerns; most concern few. */
  readonly #concerned = new Map<string, readonly Unit[]>();
  readonly names: Names;

  constructor(from: readonly Projection[], names: Names) {
    this.names = names;
    for (const one of from) this.#units.set(one.name, unitOf(one));
  }

  get units(): ReadonlyMap<string, Unit> {
    return this.#units;
  }

  get projections(): Projection[] {
    return Array.from(this.#units.values(), ({ from }) => from);
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

  concernedBy({ type }: Recorded): readonly Unit[] {
    const known = this.#concerned.get(type);
    if (known) return known;
    const units = [...this.#units.values()].filter(({ from }) => from.on[type] ?? from.onOthers[type]);
    this.#concerned.set(type, units);
    return units;
  }

  open(): OpenBatch {
    return new OpenBatch(this);
  }
}
