import { z } from 'zod';
import { countsAnswer, listed, ticketAnswer } from '#api/answers/answers.ts';
import { ticketHistoryRow } from '#api/answers/history.ts';
import { ticketQueueRow } from '#api/answers/tickets.ts';
import type { TicketPageRow } from '#api/contract/rows.ts';
import { readyList, reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { may } from '#domain/ticket/possible.ts';
import { actorOf } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { moment, ticketFilters } from './filters.ts';
import { outlineOfPage } from './outlineOfPage.ts';

const TICKETS = ['ticket_queue', 'ticket_page', 'ticket_conversation'];

const place = z.string().regex(/^\d{1,18}$/);
const asStood = z.strictObject({
  asOf: moment.optional(),
  revision: place.max(15).optional(),
  position: place.optional(),
});

export function ticketReadRoutes(desk: Desk): Route[] {
  const { reads, projector, policy } = desk;
  const position = () => String(projector.position());
  const mayOf = (viewer: Viewer, page: TicketPageRow) =>
    may(actorOf(viewer), outlineOfPage(page), { at: desk.now(), policy });

  return [
    route({
      method: 'get',
      path: '/api/tickets',
      summary: 'The queue: tickets that the viewer may see, narrowed and sorted, as they are or stood.',
      access: { reads: 'tickets' },
      query: ticketFilters,
      keptWhile: TICKETS,
      answers: { 200: listed(ticketQueueRow) },
      handle: async ({ viewer, query }) => {
        const at = position();
        const page = await reads.tickets.list(viewer, query);
        return reply(200, readyList(page, at));
      },
    }),
    route({
      method: 'get',
      path: '/api/tickets/counts',
      summary: 'How many tickets there are of each status, priority and assignee.',
      access: { reads: 'counts' },
      keptWhile: TICKETS,
      answers: { 200: countsAnswer },
      handle: async ({ viewer }) => {
        const at = position();
        const counts = await reads.tickets.counts(viewer);
        return counts ? reply(200, { counts, position: at }) : problem('not-found');
      },
    }),
    route({
      method: 'get',
      path: '/api/tickets/:id',
      summary: 'A ticket with its conversation, by id or number, as it is or stood.',
      access: { reads: 'tickets' },
      query: asStood,
      answers: { 200: ticketAnswer },
      handle: async ({ viewer, param, query }) => {
        const at = position();
        const found = await reads.tickets.find(viewer, param('id'), query);
        if (!found) return problem('not-found');
        const { ticket, conversation } = found;
        const past = Object.values(query).some((one) => one !== undefined);
        return reply(200, { ticket, conversation, may: past ? [] : mayOf(viewer, ticket), position: at });
      },
    }),
    route({
      method: 'get',
      path: '/api/tickets/:id/history',
      summary: 'All that has happened to a ticket, with the state after each event.',
      access: { reads: 'ticketHistory' },
      answers: { 200: z.strictObject({ items: z.array(ticketHistoryRow) }) },
      handle: async ({ viewer, param }) => {
        const items = await reads.tickets.history(viewer, param('id'));
        return items ? reply(200, { items }) : problem('not-found');
      },
    }),
  ];
}
