import type { Recorded } from '#eventstore/journal.ts';
import type { Follower, Look, Projection, SetUpdate, Sight } from './projection.ts';
import type { RowCache } from './rowCache.ts';
import { Rows } from './rows.ts';
import type { RowChange, Value, Write } from './write.ts';

type AnyFold = (row: object | null, event: Recorded, sight: Sight) => object | null;
type AnyOthers = (event: Recorded, look: Look) => readonly SetUpdate<object>[];
/** A row, and where the last event stands that changed it. */
type Touched = { readonly before: object | null; row: object | null; revision: bigint; position: bigint };

export const keysOf = (from: Projection, event: Recorded): readonly string[] => {
  const keys = from.keys(event);
  return typeof keys === 'string' ? [keys] : keys;
};

/** One batch folded into one projection: what its rows become, and what that means for its tables. */
export class UnitFold {
  readonly #from: Projection;
  readonly #cache: RowCache;
  readonly #textOf: (row: object) => string;
  readonly #followers: readonly Follower<object>[];
  readonly #touched = new Map<string, Touched>();
  readonly #patches: SetUpdate<object>[] = [];

  constructor(from: Projection, cache: RowCache, textOf: (row: object) => string) {
    this.#from = from;
    this.#cache = cache;
    this.#textOf = textOf;
    this.#followers = from.derived.map(({ follow }) => follow(textOf));
  }

  fold(event: Recorded, look: Look): void {
    const others = this.#from.onOthers[event.type] as AnyOthers | undefined;
    if (others) for (const patch of others(event, look)) this.#patch(patch);
    const on = this.#from.on[event.type] as AnyFold | undefined;
    if (on)
      for (const key of keysOf(this.#from, event)) this.#step(on, event, { look, key, rowOf: this.#rowOf });
  }

  has(key: string): boolean {
    return this.#touched.has(key);
  }

  readonly #rowOf = (key: string): object | null => {
    const touched = this.#touched.get(key);
    return touched ? touched.row : this.#settled(key);
  };

  #step(on: AnyFold, event: Recorded, sight: Sight): void {
    const { key, look } = sight;
    const touched = this.#touched.get(key);
    const before = touched ? touched.row : this.#settled(key);
    const after = on(before, event, sight);
    if (after === before) return;
    const { revision, position } = event;
    if (touched) Object.assign(touched, { row: after, revision, position });
    else this.#touched.set(key, { before, row: after, revision, position });
    for (const follower of this.#followers) follower.step({ key, before, after, event, look });
    if (this.#from.also) for (const patch of this.#from.also(before, after)) this.#patch(patch);
  }

  /** A row as it stood before the batch, with the changes of many rows that the batch has brought so far. */
  #settled(key: string): object | null {
    const row = this.#cache.get(key);
    return row && this.#patches.reduce((patched, patch) => this.patched(patched, patch), row);
  }

  #patch(patch: SetUpdate<object>): void {
    this.#patches.push(patch);
    for (const touched of this.#touched.values())
      if (touched.row) touched.row = this.patched(touched.row, patch);
  }

  patched(row: object, { where, set }: SetUpdate<object>): object {
    return this.#from.columns[where.column]?.of(row) === where.is ? { ...row, ...set } : row;
  }

  get changesManyRows(): boolean {
    return this.#patches.length > 0;
  }

  writes(): Write[] {
    const table = this.#from.name;
    const touched = [...this.#touched];
    const gone = touched.flatMap(([key, { row }]) => (row ? [] : [key]));
    const rows = new Rows();
    for (const [key, { row }] of touched) if (row) rows.add(this.#line(key, row));
    return [
      ...this.#patches.map((patch) => this.#set(patch)),
      { kind: 'remove', table, ids: gone },
      { kind: 'put', table, columns: this.#columns(), rows },
      ...this.#followers.flatMap((follower) => follower.writes()),
    ];
  }

  changes(): RowChange[] {
    const table = this.#from.name;
    const many = { table, key: '*', before: null, row: null, revision: '', position: '' };
    return [
      ...this.#patches.map(() => many),
      ...Array.from(this.#touched, ([key, { before, row, revision, position }]) => ({
        table,
        key,
        before,
        row,
        revision: String(revision),
        position: String(position),
      })),
      ...this.#followers.flatMap((follower) => follower.changes?.() ?? []),
    ];
  }

  #columns(): string[] {
    return ['id', 'doc', ...Object.keys(this.#from.columns)];
  }

  #line(key: string, row: object): Value[] {
    return [key, this.#textOf(row), ...Object.values(this.#from.columns).map(({ of }) => of(row))];
  }

  #set({ where, set, columns: others }: SetUpdate<object>): Write {
    const apart = this.#from.apart as readonly string[];
    const fields = Object.fromEntries(Object.entries(set).filter(([field]) => !apart.includes(field)));
    const own = Object.fromEntries(Object.entries(set).filter(([field]) => apart.includes(field)));
    const columns = { ...own, ...others };
    return { kind: 'set', table: this.#from.name, where, columns, fields };
  }

  /** Moves the rows on to the state after the batch. */
  settle(): void {
    if (this.changesManyRows) this.#cache.patch(this.#patches, (row, patch) => this.patched(row, patch));
    for (const [key, { row }] of this.#touched) this.#cache.put(key, row);
    // The database does not have these before the batch is written, and the next may be folded until then.
    this.#cache.trim(this.#touched.size);
  }
}
