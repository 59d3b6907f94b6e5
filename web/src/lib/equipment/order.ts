import type { EquipmentRow } from '#lib/contract.ts';
import type { Order } from '#lib/list/order.ts';
import type { Filters, ListName, SingleName, Sort } from './filters.ts';

type Fits = (row: EquipmentRow, value: string) => boolean;

const valueOf: Record<ListName, (row: EquipmentRow) => string | null> = {
  stage: (row) => row.stage,
  room: (row) => row.roomId,
  holder: (row) => row.holderId,
  category: (row) => row.categoryId,
};
/** What is due on that very day is not yet before it. */
const until = (day: string | null, value: string): boolean => day !== null && day < value;
const since = (day: string | null, value: string): boolean => day !== null && day >= value;
const fits: Record<SingleName, Fits> = {
  host: (row, value) => row.hostId === value,
  acceptance: (row, value) => row.acceptance === value,
  dueBefore: (row, value) => until(row.dueOn, value),
  warrantyFrom: (row, value) => since(row.warrantyUntil, value),
  warrantyBefore: (row, value) => until(row.warrantyUntil, value),
  maintenanceBefore: (row, value) => until(row.maintenanceDueOn, value),
  labelled: (row, value) => (row.labelledAt !== null) === (value === 'yes'),
};

/** Does a thing belong in the list? Words are only found by the server. */
export function matches(row: EquipmentRow, filters: Filters, me: string, listed: boolean): boolean {
  if (filters.q !== '' && !listed) return false;
  if (row.stage === 'Withdrawn') return false;
  const isAmong = (name: ListName) =>
    filters[name].length === 0 || filters[name].some((it) => (it === 'me' ? me : it) === valueOf[name](row));
  const passes = (name: SingleName) => filters[name] === '' || fits[name](row, filters[name]);
  return (
    (Object.keys(valueOf) as ListName[]).every(isAmong) && (Object.keys(fits) as SingleName[]).every(passes)
  );
}

/** Things without such a day come after all that have one. */
const NEVER = '9999-12-31';

const keys: Readonly<Record<string, (row: EquipmentRow) => string>> = {
  tag: (row) => row.tag.toUpperCase(),
  name: (row) => row.name.toUpperCase(),
  updatedAt: (row) => row.updatedAt,
  dueOn: (row) => row.dueOn ?? NEVER,
  warrantyUntil: (row) => row.warrantyUntil ?? NEVER,
  maintenanceDueOn: (row) => row.maintenanceDueOn ?? NEVER,
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders two things as the server does; equals as they were registered. */
export function compare(a: EquipmentRow, b: EquipmentRow, sort: Sort): number {
  const key = keys[sort.replace('-', '')] ?? (() => '');
  const way = sort.startsWith('-') ? -1 : 1;
  return (
    (byText(key(a), key(b)) ||
      byText(a.registeredAt, b.registeredAt) ||
      byText(a.equipmentId, b.equipmentId)) * way
  );
}

/** How `me` sees the lines of the register. */
export const orderOf = (filters: Filters, me: string): Order<EquipmentRow> => ({
  keyOf: ({ equipmentId }) => equipmentId,
  belongs: (row, listed) => matches(row, filters, me, listed),
  compare: (a, b) => compare(a, b, filters.sort),
});
