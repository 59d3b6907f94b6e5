import { instantOf } from '#lib/time/format.ts';

/** How the value of an input named `path:kind` is read; text without a kind. */
type Kind = 'text' | 'number' | 'yesNo' | 'instant' | 'nullable' | 'lines';

export type Input = Record<string, unknown>;

/** Fields of a command form that are not part of the command's input. */
const about = new Set(['command', 'revision', 'commandId']);

function valueOf(kind: Kind, value: string, zone: string): unknown {
  switch (kind) {
    case 'number':
      return value.trim() === '' ? undefined : Number(value);
    case 'yesNo':
      return value === 'true' || value === 'on';
    case 'instant':
      return instantOf(value, zone);
    case 'nullable':
      return value === '' ? null : value;
    case 'lines':
      return value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    default:
      return value;
  }
}

/**
 * The input of a command from its form: names are dotted paths with an optional kind (`minutes:number`,
 * `fields.model`). Times are read in the given zone; undefined values are left out.
 */
export function readInput(form: FormData, zone: string): Input {
  const input: Input = {};
  for (const [name, raw] of form) {
    if (about.has(name) || typeof raw !== 'string') continue;
    const [path = '', kind = 'text'] = name.split(':');
    const value = valueOf(kind as Kind, raw, zone);
    if (value !== undefined) put(input, path.split('.'), value);
  }
  if (input['occurredAt'] === '') delete input['occurredAt'];
  return input;
}

function put(input: Input, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    input[first] = value;
    return;
  }
  const inner = (input[first] ??= {}) as Input;
  put(inner, rest, value);
}
