import { redirect } from '@sveltejs/kit';
import { hrefOf } from '#lib/queue/filters.ts';
import { views } from '#lib/queue/views.ts';
import { isStaff } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent();
  if (isStaff(me)) redirect(303, hrefOf(views.open));
  return {};
};
