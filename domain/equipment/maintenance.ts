import type { Maintenance } from './equipment.ts';

/** Of RFC 3339. */
const LAST_YEAR = 9_999;
/** Days of the longest of each: no fewer repetitions have passed than there are of these. */
const longest = { day: 1, week: 7, month: 31, year: 366 } as const;

/**
 * The day (RFC 3339 full-date) on which maintenance is due next: the first repetition after the day on which it was
 * last done. Repetitions count from `startsOn`, so that one that began on a 31st is due on the last day of shorter
 * months. Null where nothing is planned, or only after the year 9999.
 */
export function nextMaintenance(maintenance: Maintenance | null): string | null {
  if (!maintenance) return null;
  const { startsOn, lastDoneOn, repetition } = maintenance;
  const { every, unit } = repetition;
  const start = Temporal.PlainDate.from(startsOn);
  const dueAt = (n: number): Temporal.PlainDate => start.add({ [`${unit}s`]: every * n });
  if (lastDoneOn === null || lastDoneOn < startsOn) return startsOn;
  let n = Math.floor(start.until(lastDoneOn).days / (every * longest[unit]));
  while (Temporal.PlainDate.compare(dueAt(n), lastDoneOn) <= 0) n += 1;
  const due = dueAt(n);
  return due.year > LAST_YEAR ? null : due.toString();
}
