import type { FilterOptions } from '../protocol/generated.ts';
import { streamIn, typeIn } from '../store/frameLabels.ts';
import type { StoredRecord } from '../store/model.ts';
import { invalidArgument } from './failures.ts';

const DEFAULT_WINDOW = 32;

export type Filter = {
  matches: (record: StoredRecord) => boolean;
  /** A checkpoint is due after this many events considered. */
  checkpointInterval: number;
};

type Expression = { getRegex(): string; getPrefixList(): string[] };

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch {
    throw invalidArgument(`The filter's regular expression is not valid: ${pattern}`);
  }
}

function predicate(expression: Expression): (text: string) => boolean {
  const pattern = expression.getRegex();
  if (pattern !== '') {
    const regex = compile(pattern);
    return (text) => regex.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}

export function createFilter(options: FilterOptions): Filter {
  const byStream = options.getStreamIdentifier();
  const expression = byStream ?? options.getEventType();
  if (!expression) throw invalidArgument('The filter is missing.');
  const test = predicate(expression);
  const labelIn = byStream ? streamIn : typeIn;
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  return {
    matches: (record) => test(labelIn(record.frame)),
    checkpointInterval: Math.max(1, window * options.getCheckpointintervalmultiplier()),
  };
}
