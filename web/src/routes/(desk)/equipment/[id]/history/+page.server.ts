import type { EquipmentAnswer, EquipmentPageRow } from '#lib/contract.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url, untrack }) => {
  const { answer, me } = await parent();
  onlyStaff(me);
  const path = `/equipment/${answer.equipment.equipmentId}`;
  const wanted = untrack(() => [url.searchParams.get('at'), url.searchParams.get('with')]);
  const pages = await Promise.all(
    wanted.map((revision) => (revision ? locals.api.get<EquipmentAnswer>(path, { revision }) : undefined)),
  );
  const known: EquipmentPageRow[] = pages.flatMap((page) => (page?.ok ? [page.value.equipment] : []));
  return { known };
};
