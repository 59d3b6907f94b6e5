import { redirect } from '@sveltejs/kit';
import type { PublicScan } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import { isStaff, mayDo } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

/** What the code on a label opens: the thing for staff, and what may be seen of it for everybody else. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { me } = await parent();
  const { tag } = params;
  if (me && isStaff(me)) redirect(303, `/scan?tag=${encodeURIComponent(tag)}`);
  const scan = orFail(await locals.api.get<PublicScan>(`/scan/${encodeURIComponent(tag)}`));
  return { tag, scan, mayReport: me ? mayDo(me, 'openTicket') : scan.mayReport, signedIn: me !== null };
};
