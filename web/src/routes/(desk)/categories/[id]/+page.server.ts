import type { CategoryRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { onlyStaff, storyOf } from '#lib/server/records.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  onlyStaff((await parent()).me);
  const story = await storyOf<CategoryRow>(locals.api, `/categories/${encodeURIComponent(params.id)}`);
  const { parentId } = story.row;
  const above = parentId ? await locals.api.get<CategoryRow>(`/categories/${parentId}`) : undefined;
  const fieldLabels = Object.fromEntries(story.row.fields.map(({ key, label }) => [key, label]));
  return { story, fieldLabels, parentName: above?.ok ? above.value.name : undefined };
};

export const actions: Actions = { give: giveAction('categories', ({ params }: RequestEvent) => params.id) };
