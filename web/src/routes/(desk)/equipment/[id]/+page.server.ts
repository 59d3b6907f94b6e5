import { fail } from '@sveltejs/kit';
import { newKey } from '#lib/commands/give.ts';
import type { EquipmentAnswer } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { Actions, RequestEvent } from './$types';

/** The page may be named by the tag; commands go to the id. */
async function idOf({ params, locals }: RequestEvent): Promise<string> {
  const answer = await locals.api.get<EquipmentAnswer>(`/equipment/${encodeURIComponent(params.id)}`);
  return orFail(answer).equipment.equipmentId;
}

export const actions: Actions = {
  give: giveAction('equipment', idOf),
  image: async (event) => {
    const form = await event.request.formData();
    const answer = await event.locals.api.post(`/equipment/${await idOf(event)}/images`, form, {
      'idempotency-key': newKey(),
    });
    if (!answer.ok)
      return fail(answer.problem.status || 503, { given: { command: 'image', problem: answer.problem } });
    return { given: { command: 'image' } };
  },
};
