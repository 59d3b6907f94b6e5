import type { CategoryRow, RoomRow, UserRow } from '#lib/contract.ts';
import type { Chip, FilterGroup } from '#lib/list/filterGroups.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { Reader } from '#lib/reader.ts';
import { day, dayOf } from '#lib/time/format.ts';
import { roomInFull } from '#lib/rooms/naming.ts';
import { calledInFull, categoryOptions, personOptions, roomOptions, type Option } from '#lib/ui/options.ts';
import { filterNames, hrefOf, isList, toggled, valuesOf, type FilterName, type Filters } from './filters.ts';

const DAY_MS = 86_400_000;

/** What the register can be narrowed by. */
export interface Choices {
  readonly rooms: readonly RoomRow[];
  readonly categories: readonly CategoryRow[];
  readonly holders: readonly UserRow[];
}

/** All that an option's words depend on. */
export interface Telling {
  readonly choices: Choices;
  readonly m: Messages;
  readonly reader: Reader;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const offered: readonly FilterName[] = [
  'category',
  'room',
  'holder',
  'dueBefore',
  'warrantyBefore',
  'maintenanceBefore',
  'acceptance',
  'labelled',
];

const inDays = (days: number, { now, reader }: Telling): string => dayOf(now + days * DAY_MS, reader.zone);

/** A filter is for what comes before a day; so many days from now still belong. */
function days(telling: Telling, first: string): readonly Option[] {
  const { presets } = telling.m.equipment;
  return [
    { value: inDays(0, telling), label: first },
    { value: inDays(8, telling), label: presets.week },
    { value: inDays(31, telling), label: presets.month },
    { value: inDays(91, telling), label: presets.quarter },
  ];
}

const optionsOf: Partial<Record<FilterName, (telling: Telling) => readonly Option[]>> = {
  category: ({ choices }) => categoryOptions(choices.categories, 'equipment'),
  room: ({ choices }) => roomOptions(choices.rooms),
  holder: ({ choices, m }) => [{ value: 'me', label: m.equipment.me }, ...personOptions(choices.holders)],
  dueBefore: (telling) => days(telling, telling.m.equipment.presets.overdue),
  warrantyBefore: (telling) => days(telling, telling.m.equipment.presets.ended),
  maintenanceBefore: (telling) => days(telling, telling.m.equipment.presets.overdue),
  acceptance: ({ m }) => [{ value: 'awaiting', label: m.equipment.awaiting }],
  labelled: ({ m }) => [
    { value: 'no', label: m.equipment.unlabelled },
    { value: 'yes', label: m.equipment.labelled },
  ],
};

export const filterGroups = (filters: Filters, telling: Telling): readonly FilterGroup[] =>
  offered.map((name) => ({
    name,
    label: telling.m.equipment.filters[name],
    options: (optionsOf[name]?.(telling) ?? []).map((option) => ({
      ...option,
      href: hrefOf(toggled(filters, name, option.value)),
      on: valuesOf(filters, name).includes(option.value),
    })),
  }));

/** The name of a room or category that can no longer be chosen. */
function formerName(id: string, { rooms, categories }: Choices): string | undefined {
  const room = rooms.find((it) => it.roomId === id);
  return room ? roomInFull(room) : categories.find((it) => it.categoryId === id)?.name;
}

function valueInWords(name: FilterName, value: string, telling: Telling): string {
  const option = optionsOf[name]?.(telling).find((it) => it.value === value);
  if (option) return calledInFull(option);
  if (name.endsWith('Before')) return telling.m.equipment.before(day(value, telling.reader));
  if (name.endsWith('From')) return telling.m.equipment.from(day(value, telling.reader));
  return formerName(value, telling.choices) ?? (name === 'host' ? telling.m.common.yes : value);
}

/** Filters that are on, but for the stages, which have chips of their own. */
export function chipsOf(filters: Filters, telling: Telling): readonly Chip[] {
  const { m } = telling;
  const chosen = filterNames
    .filter((name) => name !== 'stage')
    .flatMap((name) =>
      valuesOf(filters, name).map((value) => ({
        label: m.equipment.filters[name],
        value: valueInWords(name, value, telling),
        href: hrefOf(isList(name) ? toggled(filters, name, value) : { ...filters, [name]: '' }),
      })),
    );
  const text = { label: m.queue.text, value: `“${filters.q}”`, href: hrefOf({ ...filters, q: '' }) };
  return filters.q === '' ? chosen : [...chosen, text];
}
