import type { Api } from '#lib/api/request.ts';
import type { EquipmentListed, EquipmentRow } from '#lib/contract.ts';
import { IN_USE, LENT } from '#lib/equipment/stages.ts';
import { orFail } from '#lib/server/orFail.ts';

/** How each list asks the register, in the names that the API and the register's address share. */
export type DueQuery = Readonly<Record<string, string>>;

/** Things with the nearest first; `more`: there are others after them. */
export interface DueThings {
  readonly items: readonly EquipmentRow[];
  readonly more: boolean;
  readonly query: DueQuery;
}

const SHOWN = 100;
const inUse = IN_USE.join(',');

/** `today` and `until` are RFC 3339 full-dates; what is due on `until` itself is not asked for. */
const queriesFor = (today: string, until: string) => ({
  loans: { dueBefore: until, stage: LENT.join(','), sort: 'dueOn' },
  // Of warranties that have ended nobody has to think any more.
  warranties: { warrantyFrom: today, warrantyBefore: until, stage: inUse, sort: 'warrantyUntil' },
  maintenance: { maintenanceBefore: until, stage: inUse, sort: 'maintenanceDueOn' },
});

async function nearest(api: Pick<Api, 'get'>, query: DueQuery): Promise<DueThings & { position: string }> {
  const answer = orFail(await api.get<EquipmentListed>('/equipment', { ...query, limit: SHOWN }));
  return { items: answer.items, more: answer.next !== null, query, position: answer.position };
}

/** What is due before a day; loans and maintenance also from before today. */
export async function dueThings(api: Pick<Api, 'get'>, today: string, until: string) {
  const queries = queriesFor(today, until);
  const [loans, warranties, maintenance] = await Promise.all([
    nearest(api, queries.loans),
    nearest(api, queries.warranties),
    nearest(api, queries.maintenance),
  ]);
  return { loans, warranties, maintenance, position: loans.position };
}
export type Due = Awaited<ReturnType<typeof dueThings>>;
