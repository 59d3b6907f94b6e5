import type { Api, Query } from '#lib/api/request.ts';
import type { EquipmentListed, EquipmentRow } from '#lib/contract.ts';
import { IN_USE } from '#lib/equipment/stages.ts';
import { orFail } from '#lib/server/orFail.ts';

/** Things with the nearest first; `more`: there are others after them. */
export interface DueThings {
  readonly items: readonly EquipmentRow[];
  readonly more: boolean;
}

const SHOWN = 100;
const PAGE = 200;
const PAGES = 5;

async function nearest(api: Pick<Api, 'get'>, query: Query): Promise<DueThings & { position: string }> {
  const answer = orFail(await api.get<EquipmentListed>('/equipment', { ...query, limit: SHOWN }));
  return { items: answer.items, more: answer.next !== null, position: answer.position };
}

/** Warranties that have ended are of no use: from the last that ends in time back to today. */
async function warranties(api: Pick<Api, 'get'>, today: string, until: string): Promise<DueThings> {
  const items: EquipmentRow[] = [];
  const isDue = ({ warrantyUntil }: EquipmentRow) => warrantyUntil !== null && warrantyUntil >= today;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const query: Query = { warrantyBefore: until, sort: '-warrantyUntil', stage: IN_USE.join(','), cursor };
    const answer: EquipmentListed = orFail(
      await api.get<EquipmentListed>('/equipment', { ...query, limit: PAGE }),
    );
    items.push(...answer.items.filter(isDue));
    cursor = answer.next;
    if (cursor === null || !answer.items.every(isDue)) break;
  }
  return { items: items.toReversed().slice(0, SHOWN), more: items.length > SHOWN };
}

/** What is due up to a day; loans and maintenance also from before today. */
export async function dueThings(api: Pick<Api, 'get'>, today: string, until: string) {
  const [loans, ending, maintenance] = await Promise.all([
    nearest(api, { dueBefore: until, stage: 'CheckedOut', sort: 'dueOn' }),
    warranties(api, today, until),
    nearest(api, { maintenanceBefore: until, stage: IN_USE.join(','), sort: 'maintenanceDueOn' }),
  ]);
  return { loans, warranties: ending, maintenance, position: loans.position };
}
export type Due = Awaited<ReturnType<typeof dueThings>>;
