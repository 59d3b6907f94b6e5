import type { DomainEvent, EventType } from '#domain/catalogue.ts';
import type { Recorded } from '#eventstore/journal.ts';
import type { ColumnType, RowChange, Shape, Value, Where, Write } from './write.ts';

export interface Column<R> {
  readonly type: ColumnType;
  readonly of: (row: R) => Value;
  /** The field again, where it is kept in this column in place of the JSON and is not just the value. */
  readonly read?: (value: unknown) => unknown;
}

/** Names by id, as they stand at the position that is being folded. */
export interface Look {
  user(this: void, id: string): string;
  user(this: void, id: string | null): string | null;
  room(this: void, id: string): string;
  room(this: void, id: string | null): string | null;
  category(this: void, id: string): string;
  category(this: void, id: string | null): string | null;
}

export type RecordedOf<T extends EventType> = Recorded<Extract<DomainEvent, { type: T }>>;

/** What a fold may know besides the row: the names, and its key and the other rows where an event has several. */
export interface Sight<R = object> {
  readonly look: Look;
  readonly key: string;
  /** The row of another key of the event; null: there is none. */
  rowOf(this: void, key: string): R | null;
}

/** The row after an event; null: there is none. */
export type Folds<R> = {
  readonly [T in EventType]?: (this: void, row: R | null, event: RecordedOf<T>, sight: Sight) => R | null;
};

/** A change of every row whose column has a value; `columns`: those that come out otherwise by it. */
export interface SetUpdate<R> {
  readonly where: Where;
  readonly set: Partial<R>;
  readonly columns?: Readonly<Record<string, Value>>;
}
export type Others<R> = {
  readonly [T in EventType]?: (this: void, event: RecordedOf<T>, look: Look) => readonly SetUpdate<R>[];
};

/** One event's effect on one row. */
export interface Step<R> {
  readonly key: string;
  readonly before: R | null;
  readonly after: R | null;
  readonly event: Recorded;
  readonly look: Look;
}

/** Gathers what the steps of one batch do to a table that follows another. */
export interface Follower<R> {
  step(step: Step<R>): void;
  writes(): readonly Write[];
  /** What live screens are told, which nobody asks for while tables are made anew. */
  changes?(): readonly RowChange[];
}

/** A table made from the changes of another one's rows, in the same transaction. `textOf` gives a row's JSON. */
export interface Derived<R> {
  readonly shape: Shape;
  readonly follow: (textOf: (row: R) => string) => Follower<R>;
}

/** A table as a pure fold of events to rows, with the tables that follow from its rows. */
export interface Projection<R extends object = object> {
  readonly name: string;
  /** Raised whenever rows would come out otherwise: the tables are then made anew. */
  readonly version: number;
  readonly keys: (this: void, event: Recorded) => string | readonly string[];
  /** Whether the row of an event's key cannot be there yet, so that it need not be looked for. */
  readonly creates: (this: void, event: Recorded) => boolean;
  readonly columns: Readonly<Record<string, Column<R>>>;
  readonly indexes: Shape['indexes'];
  readonly fullText: readonly string[];
  readonly cluster: string | undefined;
  /** Fields that are kept in a column of their own name in place of the JSON. */
  readonly apart: readonly (keyof R & string)[];
  readonly on: Folds<R>;
  readonly onOthers: Others<R>;
  /** What follows for other rows where one has changed. */
  readonly also: ((this: void, before: R | null, after: R | null) => readonly SetUpdate<R>[]) | undefined;
  readonly derived: readonly Derived<R>[];
}

type Given = 'name' | 'version' | 'columns' | 'indexes' | 'on';

export function projection<R extends object>(
  spec: Pick<Projection<R>, Given> & Partial<Omit<Projection<R>, Given>>,
): Projection<R> {
  return {
    keys: (event) => event.entityId,
    creates: (event) => event.revision === 0n,
    apart: [],
    fullText: [],
    cluster: undefined,
    onOthers: {},
    also: undefined,
    derived: [],
    ...spec,
  };
}

/** The projection as the engine sees it, whatever its rows are: it hands them back only to their own functions. */
export const untyped = <R extends object>(typed: Projection<R>): Projection => typed as unknown as Projection;

/** Sets fields of every row whose column has a value. */
export const changing = <R>(column: string, is: string, set: Partial<R>): SetUpdate<R> => ({
  where: { column, is },
  set,
});

export const shapesOf = (from: Projection): Shape[] => [
  {
    name: from.name,
    id: 'id',
    columns: Object.fromEntries(Object.entries(from.columns).map(([name, { type }]) => [name, type])),
    doc: true,
    indexes: from.indexes,
    fullText: from.fullText,
    ...(from.cluster === undefined ? {} : { cluster: from.cluster }),
  },
  ...from.derived.map(({ shape }) => shape),
];
