export const periods = [7, 30, 90, 365] as const;
const USUAL = 30;

export const periodOf = (text: string | null): number => periods.find((it) => String(it) === text) ?? USUAL;

const DAY_MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one full-date to another; negative where it has passed. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY_MS);

export const daysAfter = (day: string, count: number): string =>
  new Date(at(day) + count * DAY_MS).toISOString().slice(0, 10);
