import type { CategoryRow } from '#api/contract/rows.ts';
import type { Details } from '#domain/equipment/events.ts';
import type { Known } from '../judge.ts';
import type { RowReader } from '../rowReader.ts';
import { customValues, isCustom } from './customFields.ts';
import { depreciationIn, tellsDepreciation } from './depreciation.ts';
import { categoryFinder, roomFinder, roomLabel } from './places.ts';

const WORDS = ['name', 'serial', 'model', 'maker', 'vendor'];
const DAYS = ['purchasedOn', 'warrantyUntil'];
type Values = Readonly<Record<string, unknown>>;

function simpleIn(row: RowReader): Values {
  const currency = row.text('currency').toUpperCase();
  const told: (readonly [string, unknown])[] = [
    ...WORDS.map((field) => [field, row.text(field)] as const),
    ...DAYS.map((field) => [field, row.day(field)] as const),
    ['cost', row.amount('cost')],
    ['currency', currency === '' ? null : currency],
  ];
  return Object.fromEntries(told.filter(([field]) => row.has(field)));
}

/** What a row says of a thing: only of what the file has columns for. */
export interface Said {
  readonly details: Values;
  readonly roomId: string | null;
}
export interface Sayings {
  readonly said: (row: RowReader, before: Details | undefined) => Said;
  /** A value as people read it. */
  readonly shown: (field: string, value: unknown) => string;
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Reads what rows say of things, with what stands at hand. */
export function sayings({ standing, fields }: Known): Sayings {
  const categories = categoryFinder(standing.categories);
  const findRoom = roomFinder(standing.rooms);
  const rooms = new Map(standing.rooms.map((room) => [room.roomId, roomLabel(room)]));
  const custom = fields.map(({ name }) => name).filter(isCustom);

  function filed(row: RowReader, category: CategoryRow | undefined, before: Details | undefined): Values {
    if (!category) return {};
    const columns = custom.filter((column) => row.has(column));
    const about = { columns, definitions: category.fields };
    return { categoryId: category.categoryId, fields: customValues(row, about, before?.fields ?? {}) };
  }

  return {
    said(row, before) {
      const room = findRoom(row);
      const named = categories.find(row) ?? undefined;
      const category = named ?? (before && categories.byId(before.categoryId));
      const falls = tellsDepreciation(row) ? { depreciation: depreciationIn(row) } : {};
      const details = { ...simpleIn(row), ...falls, ...filed(row, category, before) };
      return { details, roomId: room?.roomId ?? null };
    },
    shown(field, value) {
      if (field === 'categoryId') return categories.label(asText(value));
      return field === 'roomId' ? (rooms.get(asText(value)) ?? '') : asText(value);
    },
  };
}
