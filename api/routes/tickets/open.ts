import { ticketOpened } from '#api/answers/answers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { isProblem } from '#api/problems.ts';
import { ticketCommands } from '#commands/registry.ts';
import { isOpened } from '#domain/ticket/rules.ts';
import { doneOf, make, type RecordRoutes } from '../commands.ts';

export const openTicketRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: about.base,
    summary: 'Reports a problem.',
    access: { command: 'openTicket' },
    body: ticketCommands.openTicket.input,
    bodyParsedLater: true,
    answers: { 201: ticketOpened },
    handle: async (call) => {
      const finished = await make(ticketCommands.openTicket, about, call);
      if (isProblem(finished)) return finished;
      const number = isOpened(finished.state) ? finished.state.number : 0;
      return reply(201, { ...doneOf(finished), number }, { Location: `${about.base}/${finished.id}` });
    },
  });
