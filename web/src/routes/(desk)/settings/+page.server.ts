import type { Listed, RecordHistoryRow, SettingsAnswer } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends, parent }) => {
  depends('daybook:settings');
  onlyStaff((await parent()).me);
  const [answer, history] = await Promise.all([
    locals.api.get<SettingsAnswer>('/settings'),
    locals.api.get<Pick<Listed<RecordHistoryRow>, 'items'>>('/settings/history'),
  ]);
  return { answer: orFail(answer), history: history.ok ? history.value.items : [] };
};

export const actions: Actions = { give: giveAction('settings') };
