import { fail } from '@sveltejs/kit';
import { newKey } from '#lib/commands/give.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import type { TicketAnswer } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { Actions, RequestEvent } from './$types';

/** The page may be named by the ticket's number; commands go to its id. */
async function idOf({ params, locals }: RequestEvent): Promise<string> {
  const answer = await locals.api.get<TicketAnswer>(`/tickets/${encodeURIComponent(params.id)}`);
  return orFail(answer).ticket.ticketId;
}

export const actions: Actions = {
  give: giveAction('tickets', idOf),
  image: async (event) => {
    const form = await event.request.formData();
    const answer = await event.locals.api.post(`/tickets/${await idOf(event)}/images`, form, {
      'idempotency-key': newKey(),
    });
    if (!answer.ok)
      return fail(answer.problem.status || 503, { given: { command: 'image', problem: answer.problem } });
    return { given: { command: 'image' } };
  },
};
