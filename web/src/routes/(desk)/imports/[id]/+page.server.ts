import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Given } from '#lib/commands/given.ts';
import { newKey } from '#lib/commands/give.ts';
import type { ImportAnswer } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 100;
const pathOf = ({ params }: Pick<RequestEvent, 'params'>) =>
  `/imports/${encodeURIComponent(params['id'] ?? '')}`;

/** The rows are kept for a while; that it was done, and what came of it, stays as a batch. */
export const load: PageServerLoad = async ({ locals, params, url, depends, parent }) => {
  depends('daybook:import');
  onlyStaff((await parent()).me);
  const onlyFaults = url.searchParams.get('only') === 'fault';
  const query = {
    outcome: onlyFaults ? 'fault' : undefined,
    after: url.searchParams.get('after'),
    limit: PAGE,
  };
  const answer = await locals.api.get<ImportAnswer>(pathOf({ params }), query);
  if (!answer.ok && answer.problem.status === 404) redirect(303, `/batches/${params.id}`);
  return { answer: orFail(answer), onlyFaults };
};

const doing = (command: 'run' | 'stop', body: object) => async (event: RequestEvent) => {
  const key = { 'idempotency-key': newKey() };
  const answer = await event.locals.api.post(`${pathOf(event)}/${command}`, body, key);
  const given: Given = answer.ok ? { command } : { command, problem: answer.problem };
  return answer.ok ? { given } : fail(answer.problem.status || 503, { given });
};

export const actions: Actions = {
  run: doing('run', { skipFaults: true }),
  stop: doing('stop', {}),
};
