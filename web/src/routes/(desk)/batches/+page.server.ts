import type { BatchRow, Listed } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:batches');
  onlyStaff((await parent()).me);
  const query = { cursor: url.searchParams.get('cursor'), limit: 50 };
  return { batches: orFail(await locals.api.get<Listed<BatchRow>>('/batches', query)) };
};
