import type { Viewer } from '#api/http/route.ts';
import type { Reads } from '#api/reads.ts';
import type { Page } from '#projections/readDatabase.ts';
import { FIELDS } from './fields.ts';
import { columnsOf, type Mapping } from './columns.ts';
import type { AskedSettings, Standing } from './judge.ts';
import type { Table } from './table.ts';

const PAGE = 500;

/** A list to its end. */
export async function allOf<R>(
  list: (at: { limit: number; cursor?: string }) => Promise<Page<R>>,
): Promise<R[]> {
  const items: R[] = [];
  let next: string | null = null;
  do {
    const page: Page<R> = await list({ limit: PAGE, ...(next === null ? {} : { cursor: next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

export type StandingReads = Pick<Reads, 'rooms' | 'categories' | 'users' | 'equipment' | 'batches'>;

interface ToCompare {
  readonly table: Table;
  readonly settings: Pick<AskedSettings, 'kind'>;
  readonly mapping: Mapping;
}

/** What the rows of a file are compared with. */
export async function standingFor(
  reads: StandingReads,
  viewer: Viewer,
  { table, settings: { kind }, mapping }: ToCompare,
): Promise<Standing> {
  const needs = (...kinds: readonly string[]) => kinds.includes(kind);
  const { columns } = columnsOf(table.header.cells, FIELDS.equipment, mapping);
  const cellsOf = (field: string): string[] => {
    const place = columns.findIndex((column) => column.field === field);
    return table.rows.flatMap(({ cells }) => cells[place] ?? []);
  };
  const [rooms, categories, users, withdrawn, things] = await Promise.all([
    needs('rooms', 'equipment') ? allOf((at) => reads.rooms.list(viewer, at)) : [],
    needs('categories', 'equipment') ? allOf((at) => reads.categories.list(viewer, at)) : [],
    needs('users') ? allOf((at) => reads.users.list(viewer, at)) : [],
    needs('users') ? reads.batches.withdrawnUsers() : new Set<string>(),
    needs('equipment') ? reads.equipment.knownAs({ tags: cellsOf('tag'), serials: cellsOf('serial') }) : [],
  ]);
  const people = users.filter(({ status }) => status !== 'Erased');
  return { rooms, categories, users: people, withdrawn, things };
}
