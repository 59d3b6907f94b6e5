import type { Api } from '#lib/api/request.ts';
import type { BatchAction, CategoryRow, EquipmentAnswer, RoomRow, UserRow } from '#lib/contract.ts';

/** A record that a batch changed, as it is called now. */
export interface ChangedRecord {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly href: string;
}

const kindOf = (action: BatchAction) =>
  action === 'importUsers'
    ? 'people'
    : action === 'importRooms'
      ? 'rooms'
      : action === 'importCategories'
        ? 'categories'
        : 'equipment';

type Named = Pick<ChangedRecord, 'label' | 'hint'>;
const readers: Record<ReturnType<typeof kindOf>, (api: Api, id: string) => Promise<Named | undefined>> = {
  async equipment(api, id) {
    const answer = await api.get<EquipmentAnswer>(`/equipment/${id}`);
    return answer.ok ? { label: answer.value.equipment.name, hint: answer.value.equipment.tag } : undefined;
  },
  async rooms(api, id) {
    const answer = await api.get<RoomRow>(`/rooms/${id}`);
    return answer.ok ? { label: answer.value.name, hint: answer.value.building } : undefined;
  },
  async categories(api, id) {
    const answer = await api.get<CategoryRow>(`/categories/${id}`);
    return answer.ok ? { label: answer.value.name, hint: '' } : undefined;
  },
  async people(api, id) {
    const answer = await api.get<UserRow>(`/users/${id}`);
    return answer.ok ? { label: answer.value.name, hint: answer.value.email } : undefined;
  },
};

/** The names of what a batch changed; what cannot be read any more is left out. */
export async function changedRecords(
  api: Api,
  action: BatchAction,
  ids: readonly string[],
): Promise<readonly ChangedRecord[]> {
  const kind = kindOf(action);
  const named = await Promise.all(
    ids.map(async (id) => {
      const it = await readers[kind](api, id);
      return it ? [{ id, href: `/${kind}/${id}`, ...it }] : [];
    }),
  );
  return named.flat();
}
