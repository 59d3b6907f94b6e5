import { fail } from '@sveltejs/kit';
import { changedRecords } from '#lib/batches/changed.ts';
import type { Given } from '#lib/commands/given.ts';
import { newKey } from '#lib/commands/give.ts';
import type { BatchAnswer } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const NAMED = 20;

export const load: PageServerLoad = async ({ locals: { api }, params, depends, parent }) => {
  depends('daybook:batch');
  onlyStaff((await parent()).me);
  const answer = orFail(await api.get<BatchAnswer>(`/batches/${encodeURIComponent(params.id)}`));
  const changed = await changedRecords(api, answer.batch.action, answer.changes.slice(0, NAMED));
  return { answer, changed };
};

const giving =
  (command: 'takeBackBatch' | 'stopBatch', path: 'takeBack' | 'stop') =>
  async ({ locals, params }: RequestEvent) => {
    const key = { 'idempotency-key': newKey() };
    const answer = await locals.api.post(`/batches/${encodeURIComponent(params.id)}/${path}`, {}, key);
    if (answer.ok) return { given: { command } satisfies Given };
    const given = { command, problem: answer.problem } satisfies Given;
    return fail(answer.problem.status || 503, { given });
  };

export const actions: Actions = {
  takeBack: giving('takeBackBatch', 'takeBack'),
  stop: giving('stopBatch', 'stop'),
};
