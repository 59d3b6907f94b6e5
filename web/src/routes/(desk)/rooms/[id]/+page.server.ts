import type { RoomRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { onlyStaff, storyOf } from '#lib/server/records.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  onlyStaff((await parent()).me);
  return { story: await storyOf<RoomRow>(locals.api, `/rooms/${encodeURIComponent(params.id)}`) };
};

export const actions: Actions = { give: giveAction('rooms', ({ params }: RequestEvent) => params.id) };
