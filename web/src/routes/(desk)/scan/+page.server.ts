import { redirect } from '@sveltejs/kit';
import { tagOf, type EquipmentAnswer } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import { roomOf } from '#lib/server/roomOf.ts';
import { isStaff } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { me } = await parent();
  const tag = tagOf(url.searchParams.get('tag') ?? '');
  if (tag === '') return { tag, answer: undefined };
  if (!isStaff(me)) redirect(303, `/t/${encodeURIComponent(tag)}`);
  const answer = await locals.api.get<EquipmentAnswer>(`/equipment/${encodeURIComponent(tag)}`);
  const isUnknown = !answer.ok && answer.problem.status === 404;
  const found = isUnknown ? undefined : orFail(answer);
  return { tag, answer: found, room: await roomOf(locals.api, found?.equipment.roomId ?? null) };
};
