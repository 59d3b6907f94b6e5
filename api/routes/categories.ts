import { z } from 'zod';
import { categoryRow } from '#api/answers/records.ts';
import type { Route } from '#api/http/route.ts';
import { categoryCommands } from '#commands/registry.ts';
import { categoryKind } from '#domain/category/events.ts';
import { commandRoute, type RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { makeRoute, readRoutes } from './records.ts';
import { sinceFrom } from './since.ts';
import { paging, search } from './tickets/filters.ts';

export const categoryFilters = z.strictObject({
  kind: categoryKind.optional(),
  status: z.enum(['Active', 'Archived']).optional(),
  ...search,
  ...paging,
});
export type CategoryFilters = z.output<typeof categoryFilters>;

export function categoryRoutes(desk: Desk): Route[] {
  const reads = desk.reads.categories;
  const about: RecordRoutes = { base: '/api/categories', desk, sinceOf: sinceFrom(desk, reads.history) };
  const { createCategory, ...others } = categoryCommands;
  return [
    ...readRoutes({
      about,
      reads,
      what: 'categories',
      row: categoryRow,
      query: categoryFilters,
      projection: 'categories',
      plural: 'categories',
    }),
    makeRoute(createCategory, about),
    ...Object.values(others).map((command) => commandRoute(command, about)),
  ];
}
