import { redirect } from '@sveltejs/kit';
import type { CountsAnswer } from '#lib/contract.ts';
import { isStaff } from '#lib/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ parent, url, locals, untrack }) => {
  const { me } = await parent();
  if (!me) {
    const to = encodeURIComponent(untrack(() => url.pathname + url.search));
    redirect(303, `/sign-in?to=${to}${locals.signedIn ? '&ended' : ''}`);
  }
  const counts = isStaff(me) ? await locals.api.get<CountsAnswer>('/tickets/counts') : undefined;
  return { me, counts: counts?.ok ? counts.value : undefined };
};
