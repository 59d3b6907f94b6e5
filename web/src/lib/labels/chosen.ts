import { goto } from '$app/navigation';
import type { EquipmentRow } from '#lib/contract.ts';

/** What the labels' page needs to know of a thing. */
export type Labelled = Pick<EquipmentRow, 'equipmentId' | 'tag' | 'name' | 'labelledAt'>;

const KEY = 'daybook.labels';

/** Goes to the labels of these things, up to 2,000; so many do not fit into an address. */
export function goToLabels(things: readonly Labelled[]): void {
  const kept = things.map(({ equipmentId, tag, name, labelledAt }) => ({
    equipmentId,
    tag,
    name,
    labelledAt,
  }));
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  void goto('/labels?chosen');
}

/** What was chosen elsewhere; none where nothing was. */
export function chosenForLabels(): readonly Labelled[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly Labelled[];
  } catch {
    return [];
  }
}
