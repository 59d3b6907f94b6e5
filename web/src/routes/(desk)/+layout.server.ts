import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ parent, url, locals }) => {
  const { me } = await parent();
  if (me) return { me };
  const to = encodeURIComponent(url.pathname + url.search);
  redirect(303, `/sign-in?to=${to}${locals.signedIn ? '&ended' : ''}`);
};
