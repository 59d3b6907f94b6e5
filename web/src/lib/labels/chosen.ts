import { goto } from '$app/navigation';

const KEY = 'daybook.labels';

/** Goes to the labels of these things; so many do not fit into an address. */
export function goToLabels(ids: readonly string[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(ids));
  void goto('/labels?chosen');
}

/** The ids that were chosen elsewhere; none where nothing was. */
export function chosenForLabels(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
