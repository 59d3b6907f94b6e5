import type { Api } from '#lib/api/request.ts';
import type { RoomRow } from '#lib/contract.ts';

/** The room that a record of a page is in, for where that is. */
export async function roomOf(api: Api, roomId: string | null): Promise<RoomRow | undefined> {
  if (roomId === null) return undefined;
  const answer = await api.get<RoomRow>(`/rooms/${roomId}`);
  return answer.ok ? answer.value : undefined;
}
