import { fieldDefinition, type FieldDefinition } from '#domain/category/fields.ts';

/**
 * Custom fields in one cell: `key:label:type`, `key:label:type:required`, `key:label:type:required:staff`,
 * `key:label:choice(one/two)`, with `|` between fields. A mark that is meant as it stands has `\` before it.
 */
type Mark = '|' | ':' | '/';
const MARKS = /[\\|:/()]/g;
const MOST = 30;
const TYPES = ['text', 'number', 'date', 'yesNo'] as const;
const CHOICE = /^choice\s*\((.*)\)$/is;

const escaped = (text: string): string => text.replaceAll(MARKS, '\\$&');
const plain = (text: string): string => text.replaceAll(/\\(.)/gs, '$1').trim();

/** Parts between marks, still as they are written. */
function parted(text: string, mark: Mark): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of text.match(/\\.|./gs) ?? []) {
    if (piece === mark) parts.push(part);
    part = piece === mark ? '' : part + piece;
  }
  return [...parts, part].map((one) => one.trim());
}

const typeText = (field: FieldDefinition): string =>
  field.type === 'choice' ? `choice(${field.choices.map(escaped).join('/')})` : field.type;

/** Definitions as a cell holds them. */
export const fieldsText = (fields: readonly FieldDefinition[]): string =>
  fields
    .map((field) =>
      [
        ...[field.key, escaped(field.label), typeText(field)],
        ...(field.required ? ['required'] : []),
        ...(field.staffOnly ? ['staff'] : []),
      ].join(':'),
    )
    .join('|');

/** The type with its choices; undefined where there is none that is written so. */
function typeOf(text: string) {
  const choices = CHOICE.exec(text)?.[1];
  if (choices !== undefined) return { type: 'choice', choices: parted(choices, '/').map(plain) };
  const type = TYPES.find((one) => one.toLowerCase() === text.toLowerCase());
  return type && { type };
}

const SAYINGS: Readonly<Record<string, (key: string) => string>> = {
  key: (key) =>
    `“${key}” cannot be a key: it has up to 40 small letters, digits and _, and begins with a letter.`,
  label: (key) => `The field “${key}” needs a label of up to 80 letters.`,
  choices: (key) =>
    `The field “${key}” needs 1 to 50 choices of up to 80 letters, written as choice(one/two).`,
};

type Told = { readonly field: FieldDefinition } | { readonly fault: string };

/** What can be said after the type. */
type Flags = Pick<FieldDefinition, 'required' | 'staffOnly'>;

function definedBy(key: string, label: string, { type, ...flags }: { type: string } & Flags): Told {
  const typed = typeOf(type);
  if (!typed)
    return {
      fault: `The field “${key}” cannot be “${type}”; a type is text, number, date, yesNo or choice(one/two).`,
    };
  const { data, error } = fieldDefinition.safeParse({ ...typed, key, label: plain(label), ...flags });
  if (data) return { field: data };
  return { fault: SAYINGS[String(error.issues[0]?.path[0])]?.(key) ?? error.message };
}

const WORDS: readonly string[] = ['required', 'optional', 'staff'];

/** What the words after the type say; the first that says nothing, where there is one. */
function flagsOf(words: readonly string[]): Flags | { readonly unknown: string } {
  const said = words.map((word) => word.toLowerCase());
  const unknown = words.find((word) => !WORDS.includes(word.toLowerCase()));
  if (unknown !== undefined) return { unknown };
  return {
    required: said.includes('required'),
    ...(said.includes('staff') ? { staffOnly: true } : {}),
  };
}

function told(text: string): Told {
  const [key = '', label = '', type = '', ...after] = parted(text, ':');
  if (type === '' || after.length > 2)
    return { fault: `“${text}” is not written as key:label:type or key:label:type:required:staff.` };
  const flags = flagsOf(after);
  return 'unknown' in flags
    ? {
        fault: `After the type of “${key}” there can only be “required” and “staff”, not “${flags.unknown}”.`,
      }
    : definedBy(key, label, { type, ...flags });
}

function faultsTogether(fields: readonly FieldDefinition[]): string[] {
  const twice = [...Map.groupBy(fields, ({ key }) => key)].filter(([, some]) => some.length > 1);
  const faults = twice.map(([key]) => `There are several fields with the key “${key}”.`);
  return fields.length > MOST ? [...faults, `A category has up to ${String(MOST)} fields.`] : faults;
}

/** What a cell defines, and everything that is wrong with it. */
export function fieldsIn(text: string): { readonly fields: FieldDefinition[]; readonly faults: string[] } {
  const all = parted(text, '|')
    .filter((part) => part !== '')
    .map(told);
  const fields = all.flatMap((one) => ('field' in one ? [one.field] : []));
  const faults = all.flatMap((one) => ('fault' in one ? [one.fault] : []));
  return { fields, faults: [...faults, ...faultsTogether(fields)] };
}
