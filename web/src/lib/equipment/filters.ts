import { stages } from './stages.ts';

const listed = ['stage', 'room', 'holder', 'category'] as const;
const single = [
  'host',
  'acceptance',
  'dueBefore',
  'warrantyFrom',
  'warrantyBefore',
  'maintenanceBefore',
  'labelled',
] as const;
export type ListName = (typeof listed)[number];
export type SingleName = (typeof single)[number];
export type FilterName = ListName | SingleName;
export const filterNames: readonly FilterName[] = [...listed, ...single];

export const sorts = [
  'tag',
  '-tag',
  'name',
  '-name',
  '-updatedAt',
  'updatedAt',
  'dueOn',
  '-dueOn',
  'warrantyUntil',
  '-warrantyUntil',
  'maintenanceDueOn',
  '-maintenanceDueOn',
] as const;
export type Sort = (typeof sorts)[number];
const USUAL: Sort = 'tag';

/** What the register shows, as it stands in the page's address; the API takes the same names. */
export interface Filters
  extends Readonly<Record<ListName, readonly string[]>>, Readonly<Record<SingleName, string>> {
  readonly q: string;
  readonly sort: Sort;
}

const patterns: Readonly<Record<SingleName, RegExp>> = {
  host: /^[0-9a-f-]{36}$/,
  acceptance: /^(awaiting|accepted|notAsked)$/,
  dueBefore: /^\d{4}-\d\d-\d\d$/,
  warrantyFrom: /^\d{4}-\d\d-\d\d$/,
  warrantyBefore: /^\d{4}-\d\d-\d\d$/,
  maintenanceBefore: /^\d{4}-\d\d-\d\d$/,
  labelled: /^(yes|no)$/,
};

export function filtersOf(search: Pick<URLSearchParams, 'get'>): Filters {
  const list = (name: ListName) => (search.get(name) ?? '').split(',').filter(Boolean);
  const one = (name: SingleName) => {
    const value = search.get(name) ?? '';
    return patterns[name].test(value) ? value : '';
  };
  return {
    stage: stages.filter((stage) => list('stage').includes(stage)),
    room: list('room'),
    holder: list('holder'),
    category: list('category'),
    host: one('host'),
    acceptance: one('acceptance'),
    dueBefore: one('dueBefore'),
    warrantyFrom: one('warrantyFrom'),
    warrantyBefore: one('warrantyBefore'),
    maintenanceBefore: one('maintenanceBefore'),
    labelled: one('labelled'),
    q: search.get('q')?.trim() ?? '',
    sort: sorts.find((sort) => sort === search.get('sort')) ?? USUAL,
  };
}

/** The filters as the API takes them. */
export function queryOf(filters: Filters): Record<string, string> {
  const query: Record<string, string> = { sort: filters.sort };
  for (const name of listed) if (filters[name].length > 0) query[name] = filters[name].join(',');
  for (const name of [...single, 'q'] as const) if (filters[name] !== '') query[name] = filters[name];
  return query;
}

export function hrefOf(filters: Filters, path = '/equipment'): string {
  const { sort, ...query } = queryOf(filters);
  const search = new URLSearchParams({ ...query, ...(sort && sort !== USUAL ? { sort } : {}) });
  const text = search.toString().replaceAll('%2C', ',');
  return text ? `${path}?${text}` : path;
}

export const isList = (name: FilterName): name is ListName => listed.some((it) => it === name);

/** The same filters with a value chosen, or no longer. */
export function toggled(filters: Filters, name: FilterName, value: string): Filters {
  if (!isList(name)) return { ...filters, [name]: filters[name] === value ? '' : value };
  const rest = filters[name].filter((it) => it !== value);
  return { ...filters, [name]: rest.length < filters[name].length ? rest : [...rest, value] };
}

export const valuesOf = (filters: Filters, name: FilterName): readonly string[] =>
  isList(name) ? filters[name] : [filters[name]].filter(Boolean);

/** Is nothing chosen at all? */
export const isUnfiltered = (filters: Filters): boolean =>
  filters.q === '' && filterNames.every((name) => valuesOf(filters, name).length === 0);
