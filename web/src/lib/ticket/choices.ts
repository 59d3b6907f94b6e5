import { api } from '#lib/api/browser.ts';
import type { Answer } from '#lib/api/request.ts';
import type { CategoryRow, Listed, RoomRow, UserRow } from '#lib/contract.ts';

const FRESH_MS = 60_000;
const kept = new Map<string, { at: number; items: Promise<readonly unknown[]> }>();

/** A list to choose from, fetched when it is first needed and kept for a minute. */
function list<R>(path: string, query: Record<string, string | number>): Promise<readonly R[]> {
  const key = path + JSON.stringify(query);
  const known = kept.get(key);
  if (known && Date.now() - known.at < FRESH_MS) return known.items as Promise<readonly R[]>;
  const items = api.get<Listed<R>>(path, query).then((answer: Answer<Listed<R>>) => {
    if (!answer.ok) kept.delete(key);
    return answer.ok ? answer.value.items : [];
  });
  kept.set(key, { at: Date.now(), items });
  return items;
}

export const loadRooms = () => list<RoomRow>('/rooms', { status: 'Open', limit: 500 });
export const loadCategories = () => list<CategoryRow>('/categories', { limit: 500 });
export const loadEquipmentCategories = () =>
  list<CategoryRow>('/categories', { kind: 'equipment', limit: 500 });
export const loadAssignable = () => list<UserRow>('/users', { assignable: 'true', limit: 500 });

/** People by name or address. */
export const findPeople = (text: string) => list<UserRow>('/users', { q: text, status: 'Active', limit: 20 });
