import { instantOf } from '#lib/time/format.ts';

/** How the value of an input named `path:kind` is read; text without a kind. A draft is only for the eye. */
type Kind =
  | 'text'
  | 'number'
  | 'yesNo'
  | 'instant'
  | 'nullable'
  | 'lines'
  | 'list'
  | 'ticket'
  | 'maybeTicket'
  | 'thing'
  | 'numberOrNull'
  | 'filled'
  | 'maybe'
  | 'json'
  | 'draft';

export type Input = Record<string, unknown>;

/** A ticket named by its number, whose id is still to be found. */
export class TicketNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text.trim().replace(/^#/, '');
  }
}

/** A thing named by its tag, whose id is still to be found. */
export class EquipmentTag {
  readonly text: string;

  constructor(text: string) {
    this.text = text.trim();
  }
}

/** Fields of a command form that are not part of the command's input. */
const about = new Set(['command', 'revision', 'commandId']);

const unlessEmpty = <T>(value: string, read: (value: string) => T): T | undefined =>
  value.trim() === '' ? undefined : read(value);

const lines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const readers: Record<Kind, (value: string, zone: string) => unknown> = {
  text: (value) => value,
  filled: (value) => unlessEmpty(value, String),
  number: (value) => unlessEmpty(value, Number),
  yesNo: (value) => value === 'true' || value === 'on',
  maybe: (value) => unlessEmpty(value, (it) => it === 'true'),
  instant: instantOf,
  nullable: (value) => (value === '' ? null : value),
  lines,
  list: (value) => (value === '' ? [] : [value]),
  json: parsed,
  draft: () => undefined,
  ticket: (value) => new TicketNumber(value),
  maybeTicket: (value) => unlessEmpty(value, (it) => new TicketNumber(it)),
  thing: (value) => new EquipmentTag(value),
  numberOrNull: (value) => (value.trim() === '' ? null : Number(value)),
};

/**
 * The input of a command from its form: names are dotted paths with an optional kind (`minutes:number`,
 * `fields.model`). Times are read in the given zone; undefined values are left out; those of a list are gathered
 * from all inputs of its name.
 */
export function readInput(form: FormData, zone: string): Input {
  const input: Input = {};
  for (const [name, raw] of form) {
    if (about.has(name) || typeof raw !== 'string') continue;
    const [path = '', kind = 'text'] = name.split(':');
    const value = (readers[kind as Kind] ?? readers.text)(raw, zone);
    if (value !== undefined) put(input, path.split('.'), value);
  }
  return input;
}

function put(input: Input, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    const before = input[first];
    input[first] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    return;
  }
  const inner = (input[first] ??= {}) as Input;
  put(inner, rest, value);
}
