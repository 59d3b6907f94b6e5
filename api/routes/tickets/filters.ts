import { z } from 'zod';
import { ME } from '#api/http/viewerNamed.ts';
import { priority, ticketStatus, urgency } from '#domain/ticket/words.ts';

/** Words separated by commas. */
export const listOf = <T extends z.ZodType<unknown, string>>(word: T) =>
  z
    .string()
    .max(2_000)
    .transform((text) => text.split(','))
    .pipe(z.array(word).max(50));

export const person = z.union([z.uuid(), z.literal(ME)]);
/** RFC 3339 with any offset → UTC. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

export const SORTS = [
  '-updatedAt',
  'updatedAt',
  '-openedAt',
  'openedAt',
  '-priority',
  'priority',
  '-number',
  'number',
] as const;

export const paging = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

export const search = { q: z.string().trim().max(200).optional() };

/** What the queue can be narrowed to. Lists are separated by commas: any of them. */
export const ticketFilters = z.strictObject({
  status: listOf(ticketStatus).optional(),
  assignee: listOf(z.union([person, z.literal('none')])).optional(),
  requester: listOf(person).optional(),
  priority: listOf(priority).optional(),
  urgency: listOf(urgency).optional(),
  room: listOf(z.uuid()).optional(),
  category: listOf(z.union([z.uuid(), z.literal('none')])).optional(),
  tag: listOf(z.string().trim().toLowerCase().min(1).max(40)).optional(),
  ...search,
  sort: z.enum(SORTS).default('-updatedAt'),
  asOf: moment.optional(),
  ...paging,
});
export type TicketFilters = z.output<typeof ticketFilters>;
