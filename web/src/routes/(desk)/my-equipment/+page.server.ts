import type { EquipmentListed } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
  depends('daybook:loans');
  const query = { holder: 'me', limit: 200 };
  return { listed: orFail(await locals.api.get<EquipmentListed>('/equipment', query)) };
};
