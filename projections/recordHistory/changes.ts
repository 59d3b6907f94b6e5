import type { FieldDefinition } from '#domain/category/fields.ts';
import type { Look } from '#projections/projection.ts';
import type { Change } from '#projections/ticketHistory/row.ts';

export type State = Readonly<Record<string, unknown>>;
type Shown = Change['to'];
type Facts = ReadonlyMap<string, Shown>;

/** Fields that change with every event or name the record itself, and ids beside which the name stands. */
const UNTOLD = [
  ...['roomId', 'categoryId', 'userId', 'defaultAssigneeId', 'stocktakeId', 'batchId', 'startedById'],
  ...['openedAt', 'createdAt', 'registeredAt', 'startedAt', 'updatedAt', 'revision', 'position'],
];
const NAMES: Readonly<Record<string, string>> = {
  defaultAssigneeName: 'defaultAssignee',
  roomName: 'room',
  startedByName: 'startedBy',
  parentId: 'parent',
};

const KINDS = { text: 'text', number: 'number', date: 'date', yesNo: 'yes or no' } as const;
const described = (field: FieldDefinition): string =>
  [
    field.label,
    field.type === 'choice' ? field.choices.join(' / ') : KINDS[field.type],
    ...(field.required ? ['required'] : []),
    ...(field.staffOnly ? ['for staff only'] : []),
  ].join(', ');

/** A record's facts as people are told them. */
export function factsOf(state: State, look: Look): Facts {
  const told = Object.entries(state).filter(([field]) => !UNTOLD.includes(field));
  const facts = told.flatMap(([field, value]): (readonly [string, Shown])[] => {
    if (field === 'fields')
      return (value as readonly FieldDefinition[]).map((one) => [`fields.${one.key}`, described(one)]);
    if (field === 'terms' || field === 'publicScan') return nested(field, value as State);
    if (field === 'parentId') return [['parent', look.category(value as string | null)]];
    return [[NAMES[field] ?? field, shown(value)]];
  });
  return new Map(facts);
}

const nested = (field: string, value: State): [string, Shown][] =>
  Object.entries(value).map(([part, of]) => [
    `${field}.${part}`,
    Array.isArray(of) ? shown(of.join(', ')) : shown(of),
  ]);

const shown = (value: unknown): Shown =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')
    ? value
    : null;

/** Where two states of a record differ. */
export const changesBetween = (before: Facts, after: Facts): Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [from, to] = [before.get(field) ?? null, after.get(field) ?? null];
    return from === to ? [] : [{ field, from, to }];
  });
