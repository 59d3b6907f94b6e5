import { z } from 'zod';
import { bulkDone } from '#api/answers/answers.ts';
import type { BulkDone, BulkResult } from '#api/contract/answers.ts';
import { reply, route, type Route, type Call } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import type { Command } from '#commands/command.ts';
import { ticketId } from '#domain/ids.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import { commandIdOf } from '../asking.ts';
import { give, type RecordRoutes } from '../commands.ts';
import { plainCommands } from './plain.ts';

const MOST = 200;
const AT_ONCE = 16;

const names = Object.keys(plainCommands) as (keyof typeof plainCommands)[];
const body = z.strictObject({
  command: z.enum(names),
  ids: z.array(ticketId).min(1).max(MOST),
  input: z.record(z.string(), z.unknown()).default({}),
});
type Bulk = z.output<typeof body>;

/** Works through a list, some at once, and keeps its order. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}

const last = (results: readonly BulkResult[]): string =>
  results.reduce((max, { position = '0' }) => (BigInt(position) > BigInt(max) ? position : max), '0');

/** One command on many tickets, each for itself: some may be done and others refused. Their correlation tells that it was one. */
export const bulkRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/bulk`,
    summary: `Gives one command on up to ${MOST} tickets; each is done or refused for itself.`,
    access: { to: 'signedIn' },
    body,
    answers: { 200: bulkDone },
    handle: async (call: Call<unknown, Bulk>) => {
      const command: Command<Ticket, TicketEvent> = plainCommands[call.body.command];
      if (call.request.get('If-Match') !== undefined)
        return problem('malformed', { detail: 'If-Match is of one ticket; it cannot be given for many.' });
      const correlationId = commandIdOf(call.request, call.viewer);
      if (typeof correlationId !== 'string') return correlationId;
      const cause = { correlationId, causationId: null };
      const one = async (id: string): Promise<BulkResult> => {
        const given = { command, id, input: call.body.input, part: id, cause };
        const finished = await give(about, call, given);
        if (isProblem(finished)) return { id, ok: false, problem: finished };
        const { revision, position } = finished;
        return { id, ok: true, revision: String(revision), position: String(position) };
      };
      const results = await inTurn([...new Set(call.body.ids)], one);
      return reply(200, { results, position: last(results) } satisfies BulkDone);
    },
  });
