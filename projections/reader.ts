import type { Knex } from 'knex';
import { reachOf, type Readable } from '#domain/permissions.ts';
import { isSqlite } from './database.ts';
import { execute } from './execute.ts';
import { reading, type ReadDatabase, type Viewer } from './readDatabase.ts';

export type Binding = Knex.RawBinding;
export type Line = Readonly<Record<string, string | number | null>>;

/** Longer lists come in so many lengths that their statements are not worth keeping. */
const MOST_PREPARED = 24;

/** Lines of a query given as text. `tables` of `{name}` are put in the place of their present generation. */
export async function lines<L extends object = Line>(
  read: ReadDatabase,
  sql: string,
  bindings: readonly Binding[] = [],
): Promise<L[]> {
  return reading(read, async () => {
    const text = sql.replaceAll(/\{(\w+)\}/g, (_, table: string) => read.tableOf(table));
    if (isSqlite(read.knex)) return (await read.knex.raw(text, bindings)) as L[];
    if (bindings.length <= MOST_PREPARED) return (await execute(read.knex, text, bindings)) as L[];
    return ((await read.knex.raw(text, bindings)) as [L[], unknown])[0];
  });
}

export async function firstLine<L extends object = Line>(
  read: ReadDatabase,
  sql: string,
  bindings: readonly Binding[] = [],
): Promise<L | undefined> {
  return (await lines<L>(read, sql, bindings))[0];
}

export const docsOf = <R>(found: readonly { readonly doc: string }[]): R[] =>
  found.map(({ doc }) => JSON.parse(doc) as R);

/** Whether a text can be an id at all; MySQL does not compare others with one. */
export const isId = (text: string): boolean => /^[\w-]{1,80}$/.test(text);

/** May this viewer read all of a kind? Else only what it takes part in, or nothing. */
export const readsAll = ({ role }: Viewer, what: Readable): boolean => reachOf(role, what) === 'any';
export const readsNone = ({ role }: Viewer, what: Readable): boolean => reachOf(role, what) === undefined;

/** Conditions joined by `and`, with their bindings. */
export class Conditions {
  readonly #texts: string[] = [];
  readonly bindings: Binding[] = [];

  add(text: string, ...bindings: readonly Binding[]): this {
    this.#texts.push(text);
    this.bindings.push(...bindings);
    return this;
  }

  /** The column has one of the values; no condition where no values are given. */
  oneOf(column: string, values: readonly (string | number)[] | undefined): this {
    return values && values.length > 0
      ? this.add(`${column} in (${values.map(() => '?').join(', ')})`, ...values)
      : this;
  }

  is(column: string, value: string | number | undefined): this {
    return value === undefined ? this : this.add(`${column} = ?`, value);
  }

  get text(): string {
    return this.#texts.length > 0 ? `where ${this.#texts.join(' and ')}` : '';
  }
}
