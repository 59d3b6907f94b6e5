import type { FieldDefinition } from '#lib/contract.ts';

/** A field while it is edited: its choices as lines of text. */
export interface FieldDraft {
  readonly id: number;
  /** Fixed once the field stands, so that values given to it stay its own. */
  readonly key: string;
  readonly label: string;
  readonly type: FieldDefinition['type'];
  readonly required: boolean;
  readonly staffOnly: boolean;
  readonly choices: string;
}

export const fieldTypes: readonly FieldDefinition['type'][] = ['text', 'number', 'date', 'yesNo', 'choice'];

let last = 0;
export const newDraft = (): FieldDraft => ({
  id: ++last,
  key: '',
  label: '',
  type: 'text',
  required: false,
  staffOnly: false,
  choices: '',
});

export const draftOf = (field: FieldDefinition): FieldDraft => ({
  id: ++last,
  key: field.key,
  label: field.label,
  type: field.type,
  required: field.required,
  staffOnly: field.staffOnly ?? false,
  choices: field.type === 'choice' ? field.choices.join('\n') : '',
});

/** A key from a label: `Asset tag` → `asset_tag`, with a number where it is taken. */
function keyFor(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 36);
  const base = plain === '' ? 'field' : plain;
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}_${number}`)) number++;
  return `${base}_${number}`;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The definitions as the API takes them. */
export function definitionsOf(drafts: readonly FieldDraft[]): FieldDefinition[] {
  const taken = new Set(drafts.map(({ key }) => key).filter(Boolean));
  return drafts.map(({ key, label, type, required, staffOnly, choices }) => {
    const own = key || keyFor(label, taken);
    taken.add(own);
    const named = { key: own, label: label.trim(), required, ...(staffOnly ? { staffOnly } : {}) };
    return type === 'choice' ? { type, ...named, choices: lines(choices) } : { type, ...named };
  });
}

/** The list with one item a place further up (-1) or down (1). */
export function moved<T>(list: readonly T[], from: number, by: number): readonly T[] {
  const item = list[from];
  if (item === undefined || from + by < 0 || from + by >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(from + by, 0, item);
}
