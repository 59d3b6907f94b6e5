import type { Answer, Api } from '#lib/api/request.ts';
import type { Problem, TicketAnswer } from '#lib/contract.ts';
import { TicketNumber, type Input } from './readInput.ts';

const missing = (path: string, problem: Problem): Problem =>
  problem.status === 404 ? { ...problem, status: 422, errors: [{ path, message: problem.detail }] } : problem;

/** The input with the ids of the tickets that it names by their numbers. */
export async function readTickets(api: Api, input: Input): Promise<Answer<Input>> {
  const found: Input = { ...input };
  for (const [path, value] of Object.entries(input)) {
    if (!(value instanceof TicketNumber)) continue;
    const answer = await api.get<TicketAnswer>(`/tickets/${encodeURIComponent(value.text || '0')}`);
    if (!answer.ok) return { ok: false, problem: missing(path, answer.problem) };
    found[path] = answer.value.ticket.ticketId;
  }
  return { ok: true, value: found };
}
