import { error } from '@sveltejs/kit';
import type { Listed, Me, RecordHistoryRow } from '#lib/contract.ts';
import type { Story } from '#lib/records/LiveRecord.svelte.ts';
import { isStaff } from '#lib/viewer.ts';
import { orFail } from './orFail.ts';

export function onlyStaff(me: Me): void {
  if (!isStaff(me)) error(404);
}

/** A record of the API with its history, for its page. */
export async function storyOf<R>(api: App.Locals['api'], path: string): Promise<Story<R>> {
  const [row, history] = await Promise.all([
    api.get<R>(path),
    api.get<Pick<Listed<RecordHistoryRow>, 'items'>>(`${path}/history`),
  ]);
  return { row: orFail(row), history: history.ok ? history.value.items : [] };
}
