import type { Rows } from './rows.ts';

export type Value = string | number | bigint | null;

/** `id`: up to 80 ASCII characters; `word`: up to 24; `name`: up to 255, sorted as people do; `ordinal`: 64 bit. */
export type ColumnType = 'id' | 'word' | 'name' | 'text' | 'integer' | 'ordinal';

/** A table as it is made in the database: `id` is its key, `doc` holds a row as JSON. */
export interface Shape {
  readonly name: string;
  readonly id: 'id' | 'ordinal';
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly doc: boolean;
  readonly indexes: readonly (readonly string[])[];
  /** A column in whose order rows are kept, where `id` comes in no order; as unique as that. */
  readonly cluster?: string;
  /** Columns that one full-text index covers. */
  readonly fullText?: readonly string[];
}

export interface Where {
  readonly column: string;
  readonly is: string;
}

/** A change of a table; `table` is the name that the shape gives it, whatever generation is written. */
export type Write =
  | {
      readonly kind: 'put';
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: Rows;
      /** A column that is added to where the row is there already. */
      readonly adds?: string;
    }
  | { readonly kind: 'remove'; readonly table: string; readonly ids: readonly string[] }
  /** One column of rows found by their id. */
  | {
      readonly kind: 'assign';
      readonly table: string;
      readonly column: string;
      readonly pairs: readonly (readonly [id: Value, value: Value])[];
    }
  /** Columns, and fields of `doc`, of every row whose column has a value. */
  | {
      readonly kind: 'set';
      readonly table: string;
      readonly where: Where;
      readonly columns: Readonly<Record<string, Value>>;
      readonly fields: Readonly<Record<string, Value>>;
    };

/** A row that has changed, as the live screens are told; key `*`: many rows, fetch again. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly before: object | null;
  readonly row: object | null;
  readonly revision: string;
  readonly position: string;
}

/** Does a write do anything? */
export function does(write: Write): boolean {
  switch (write.kind) {
    case 'put':
      return write.rows.size > 0;
    case 'remove':
      return write.ids.length > 0;
    case 'assign':
      return write.pairs.length > 0;
    case 'set':
      return true;
    default:
      return write satisfies never;
  }
}
