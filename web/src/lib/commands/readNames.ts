import type { Answer, Api } from '#lib/api/request.ts';
import type { EquipmentAnswer, Problem, TicketAnswer } from '#lib/contract.ts';
import { EquipmentTag, TicketNumber, type Input } from './readInput.ts';

const missing = (path: string, problem: Problem): Problem =>
  problem.status === 404 ? { ...problem, status: 422, errors: [{ path, message: problem.detail }] } : problem;

const part = (text: string): string => encodeURIComponent(text || '0');

async function idOf(api: Api, named: TicketNumber | EquipmentTag): Promise<Answer<string>> {
  if (named instanceof TicketNumber) {
    const answer = await api.get<TicketAnswer>(`/tickets/${part(named.text)}`);
    return answer.ok ? { ok: true, value: answer.value.ticket.ticketId } : answer;
  }
  const answer = await api.get<EquipmentAnswer>(`/equipment/${part(named.text)}`);
  return answer.ok ? { ok: true, value: answer.value.equipment.equipmentId } : answer;
}

/** The input with the ids of the tickets and things that it names by their numbers and tags. */
export async function readNames(api: Api, input: Input): Promise<Answer<Input>> {
  const found: Input = { ...input };
  for (const [path, value] of Object.entries(input)) {
    if (!(value instanceof TicketNumber) && !(value instanceof EquipmentTag)) continue;
    const id = await idOf(api, value);
    if (!id.ok) return { ok: false, problem: missing(path, id.problem) };
    found[path] = id.value;
  }
  return { ok: true, value: found };
}
