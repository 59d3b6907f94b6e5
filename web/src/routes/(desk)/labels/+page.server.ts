import { error } from '@sveltejs/kit';
import type { Query } from '#lib/api/request.ts';
import type { EquipmentListed, EquipmentRow, LabelLayout, Listed, RoomRow } from '#lib/contract.ts';
import { IN_USE } from '#lib/equipment/stages.ts';
import { AT_ONCE } from '#lib/labels/LabelDraft.svelte.ts';
import { sourceOf } from '#lib/labels/sources.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { PageServerLoad } from './$types';

const PAGE = 200;
const FOUND = 50;

/** As many as can be printed at once. */
async function allOf(api: App.Locals['api'], query: Query) {
  const things: EquipmentRow[] = [];
  let cursor: string | null = null;
  do {
    const asked: Query = { ...query, stage: IN_USE.join(','), limit: PAGE, cursor };
    const answer: EquipmentListed = orFail(await api.get<EquipmentListed>('/equipment', asked));
    things.push(...answer.items);
    cursor = answer.next;
  } while (cursor !== null && things.length < AT_ONCE);
  return { things, more: cursor !== null };
}

async function foundBy(api: App.Locals['api'], search: URLSearchParams) {
  const of = (name: string) => search.get(name) ?? '';
  const nothing = { things: [], more: false };
  switch (sourceOf(search)) {
    case 'room':
      return of('room') ? allOf(api, { room: of('room') }) : nothing;
    case 'unlabelled':
      return allOf(api, { labelled: 'no' });
    case 'search': {
      if (!of('q').trim()) return nothing;
      const query = { q: of('q'), stage: IN_USE.join(','), limit: FOUND };
      return { things: orFail(await api.get<EquipmentListed>('/equipment', query)).items, more: false };
    }
    case 'chosen':
      return nothing;
  }
}

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  onlyStaff((await parent()).me);
  const [layouts, rooms, { things, more }] = await Promise.all([
    api.get<Pick<Listed<LabelLayout>, 'items'>>('/labels/layouts'),
    api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND }),
    foundBy(api, url.searchParams),
  ]);
  const [first, ...rest] = orFail(layouts).items;
  if (!first) error(503);
  return {
    layouts: [first, ...rest] as const,
    source: sourceOf(url.searchParams),
    found: things.map(({ equipmentId, tag, name, labelledAt }) => ({ equipmentId, tag, name, labelledAt })),
    more,
    rooms: orFail(rooms).items,
    room: url.searchParams.get('room') ?? '',
    q: url.searchParams.get('q') ?? '',
  };
};
