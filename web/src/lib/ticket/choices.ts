import { api } from '#lib/api/browser.ts';
import type { Answer } from '#lib/api/request.ts';
import type { CategoryRow, Listed, RoomRow, UserRow } from '#lib/contract.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';

const FRESH_MS = 60_000;
const kept = new Map<string, { at: number; value: Promise<unknown> }>();

/** An answer, asked for when it is first needed and kept for a minute; undefined where it is refused. */
function once<T>(key: string, ask: () => Promise<Answer<T>>): Promise<T | undefined> {
  const known = kept.get(key);
  if (known && Date.now() - known.at < FRESH_MS) return known.value as Promise<T | undefined>;
  const value = ask().then((answer) => {
    if (!answer.ok) kept.delete(key);
    return answer.ok ? answer.value : undefined;
  });
  kept.set(key, { at: Date.now(), value });
  return value;
}

/** A list to choose from. */
const list = async <R>(path: string, query: Record<string, string | number>): Promise<readonly R[]> =>
  (await once(path + JSON.stringify(query), () => api.get<Listed<R>>(path, query)))?.items ?? [];

export const loadRooms = () => list<RoomRow>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND });
/** Rooms by their names and buildings. */
export const findRooms = (text: string) => list<RoomRow>('/rooms', { q: text, status: 'Open', limit: 50 });
export const loadCategories = () => list<CategoryRow>('/categories', { limit: 500 });
export const loadEquipmentCategories = () =>
  list<CategoryRow>('/categories', { kind: 'equipment', limit: 500 });
export const loadAssignable = () => list<UserRow>('/users', { assignable: 'true', limit: 500 });

/** A room, closed as it may be; kept for a minute. */
export const findRoom = (roomId: string): Promise<RoomRow | undefined> =>
  once(`/rooms/${roomId}`, () => api.get<RoomRow>(`/rooms/${roomId}`));

/** People by name or address. */
export const findPeople = (text: string) => list<UserRow>('/users', { q: text, status: 'Active', limit: 20 });
