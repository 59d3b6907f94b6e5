const STEP = 200;
const MOST = 10_000;

/** How much of what is in a room is shown, by the page's address. */
export function shownOf(text: string | null): number {
  const count = /^\d{1,5}$/.test(text ?? '') ? Number(text) : STEP;
  return Math.min(Math.max(count, STEP), MOST);
}

/** The address at which more is shown; undefined where that is all that is shown at once. */
export function hrefOfMore(search: string, shown: number): string | undefined {
  if (shown >= MOST) return undefined;
  const more = new URLSearchParams(search);
  more.set('shown', String(Math.min(shown + STEP, MOST)));
  return `?${more}`;
}
