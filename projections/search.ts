import { isSqlite } from './database.ts';
import type { ReadDatabase } from './readDatabase.ts';
import { ftsName } from './fts5.ts';

/** What somebody looks for: words that begin so, phrases, and numbers given as `#123`. */
export interface Sought {
  readonly terms: readonly string[];
  readonly number: number | null;
}

const MAX_TERMS = 8;
/** Words that nearly every text has: they are looked for only where nothing else is (InnoDB's own list, the longer ones). */
const COMMON = new Set(
  'are com for from how that the this und was what when where who will with www'.split(' '),
);
const PARTS = /"([^"]*)"|(\S+)/g;

/** Reads what was typed; whatever is neither letter nor digit only separates, so nothing of it is an operator. */
export function parseSearch(typed: string): Sought {
  const text = typed.normalize('NFC').slice(0, 200);
  const number = /^\s*#?(\d{1,9})\s*$/.exec(text)?.[1];
  const terms = [...text.matchAll(PARTS)].flatMap(([, phrase, word]) =>
    phrase === undefined ? wordsOf(word ?? '') : [wordsOf(phrase).join(' ')],
  );
  const some = [...new Set(terms.filter((term) => term !== ''))];
  const telling = some.filter((term) => !COMMON.has(term.toLowerCase()));
  return {
    terms: (telling.length > 0 ? telling : some).slice(0, MAX_TERMS),
    number: number === undefined ? null : Number(number),
  };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** MySQL's index leaves out words of one and two characters; padded they are long enough. */
const SHORT = 3;
const PAD = '__';
const isShort = (word: string): boolean => word.length < SHORT;

const ASCII = /^[\s\x21-\x7e]*$/;
const RUN = /[\p{L}\p{N}_]+/gu;
/** The same of ASCII, at a third of the cost. */
const ASCII_RUN = /\w+/g;

/** Words of a text that MySQL's index would not find: short ones, and those that `_` joins to others. */
export function shortWords(text: string): string {
  const found = new Set<string>();
  for (const run of text.match(ASCII.test(text) ? ASCII_RUN : RUN) ?? [])
    if (run.includes('_')) for (const word of wordsOf(run)) found.add(asIndexed(word));
    else if (isShort(run)) found.add(asIndexed(run));
  return [...found].join(' ');
}
const asIndexed = (word: string): string => (isShort(word) ? word + PAD : word);

const isPhrase = (term: string): boolean => term.includes(' ');
const fts5Term = (term: string, begins: boolean): string => (begins ? `"${term}"*` : `"${term}"`);

function booleanTerm(term: string, begins: boolean): string {
  if (begins) return `+${term}*`;
  const words = term.split(' ');
  return words.some(isShort) ? words.map((word) => `+${asIndexed(word)}`).join(' ') : `+"${term}"`;
}

export interface Found {
  /** A condition on rows of the table, which is called `t`. */
  readonly text: string;
  readonly bindings: readonly string[];
}

export interface Term {
  /** Those of the table's full-text index. */
  readonly columns: readonly string[];
  readonly term: string;
  /** A word stands for all that begin so; of one or two letters only where that may be many words. */
  readonly many?: boolean;
}

/** The condition that a row's text holds a term. */
export function holds(read: ReadDatabase, table: string, { columns, term, many = false }: Term): Found {
  const begins = !isPhrase(term) && (many || !isShort(term));
  if (isSqlite(read.knex)) {
    const fts = ftsName(`{${table}}`);
    return {
      text: `t.rowid in (select rowid from ${fts} where ${fts} match ?)`,
      bindings: [fts5Term(term, begins)],
    };
  }
  const list = columns.map((column) => `t.${column}`).join(', ');
  return { text: `match (${list}) against (? in boolean mode)`, bindings: [booleanTerm(term, begins)] };
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether a text holds all of some terms, told without the index: for the few rows of one person. */
export function saysAll(text: string, terms: readonly string[]): boolean {
  const words = wordsOf(plain(text));
  const spaced = ` ${words.join(' ')} `;
  return terms
    .map(plain)
    .every((term) =>
      isPhrase(term) || isShort(term)
        ? spaced.includes(` ${term} `)
        : words.some((word) => word.startsWith(term)),
    );
}

/** The condition that a row's text holds all of some terms. */
export function holdsAll(
  read: ReadDatabase,
  table: string,
  { columns, terms }: { readonly columns: readonly string[]; readonly terms: readonly string[] },
): Found {
  const found = terms.map((term) => holds(read, table, { columns, term }));
  const all = found.flatMap(({ bindings }) => bindings).join(' ');
  // Both find rows that hold all that one text asks for.
  return { text: found[0]?.text ?? '1 = 1', bindings: found.length > 0 ? [all] : [] };
}
