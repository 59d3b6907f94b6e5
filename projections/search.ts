import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import type { ReadDatabase } from './readDatabase.ts';
import { ftsName } from './fts5.ts';

/** What somebody looks for: words that begin so, phrases, and numbers given as `#123`. */
export interface Sought {
  readonly terms: readonly string[];
  readonly number: number | null;
}

const MAX_TERMS = 8;
const PARTS = /"([^"]*)"|(\S+)/g;

/** Reads what was typed; whatever is neither letter nor digit only separates, so nothing of it is an operator. */
export function parseSearch(typed: string): Sought {
  const text = typed.normalize('NFC').slice(0, 200);
  const number = /^\s*#?(\d{1,9})\s*$/.exec(text)?.[1];
  const terms = [...text.matchAll(PARTS)].flatMap(([, phrase, word]) =>
    phrase === undefined ? wordsOf(word ?? '') : [wordsOf(phrase).join(' ')],
  );
  return {
    terms: [...new Set(terms.filter((term) => term !== ''))].slice(0, MAX_TERMS),
    number: number === undefined ? null : Number(number),
  };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** MySQL's index leaves out words of one and two characters, so these are looked for padded; see {@link padded}. */
const SHORT = 3;
const PAD = '__';

/** The short words of a text, padded until MySQL indexes them. */
export const padded = (text: string): string =>
  [...new Set(wordsOf(text).filter((word) => word.length < SHORT))].map((word) => word + PAD).join(' ');

const isPhrase = (term: string): boolean => term.includes(' ');
const fts5Term = (term: string): string => (isPhrase(term) ? `"${term}"` : `"${term}"*`);
const booleanTerm = (term: string): string => (isPhrase(term) ? `"${term}"` : `+${term}*`);

export interface Found {
  /** A condition on rows of the table, which is called `t`. */
  readonly text: string;
  readonly bindings: readonly Knex.RawBinding[];
}

/** The condition that a row's text holds a term. `columns` are those of the table's full-text index. */
export function holds(read: ReadDatabase, table: string, columns: readonly string[], term: string): Found {
  if (isSqlite(read.knex)) {
    const fts = ftsName(`{${table}}`);
    return { text: `t.rowid in (select rowid from ${fts} where ${fts} match ?)`, bindings: [fts5Term(term)] };
  }
  const list = columns.map((column) => `t.${column}`).join(', ');
  return { text: `match (${list}) against (? in boolean mode)`, bindings: [booleanTerm(term)] };
}
