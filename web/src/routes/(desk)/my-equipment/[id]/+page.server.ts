import { fail } from '@sveltejs/kit';
import { newKey } from '#lib/commands/give.ts';
import type { EquipmentAnswer, SettingsAnswer } from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';
import { sign } from '#lib/lending/sign.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('daybook:loan');
  const [answer, settings] = await Promise.all([
    locals.api.get<EquipmentAnswer>(`/equipment/${encodeURIComponent(params.id)}`),
    locals.api.get<SettingsAnswer>('/settings'),
  ]);
  return { answer: orFail(answer), terms: orFail(settings).settings.terms };
};

/** Without JavaScript the signature is a picture that somebody has. */
export const actions: Actions = {
  give: giveAction(
    'equipment',
    ({ params }: RequestEvent) => params.id,
    () => '/my-equipment',
  ),
  accept: async ({ locals, params, request }) => {
    const form = await request.formData();
    const file = form.get('signature');
    const answer = await sign(locals.api, {
      equipmentId: params.id,
      termsVersion: Number(textOf(form, 'termsVersion')),
      signature: file instanceof File && file.size > 0 ? file : null,
      commandId: textOf(form, 'commandId') || newKey(),
    });
    if (!answer.ok) return fail(answer.problem.status || 503, { problem: answer.problem });
    return { accepted: true };
  },
};
