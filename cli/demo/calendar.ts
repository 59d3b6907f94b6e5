import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OPENS = 7.5 * HOUR;
const CLOSES = 17.5 * HOUR;

/** Times of day and days of the week are those of UTC; instants are milliseconds since 1970. */
const startOfDay = (at: number): number => Math.floor(at / DAY) * DAY;
const weekday = (at: number): number => (Math.floor(at / DAY) + 4) % 7;
const isWeekend = (at: number): boolean => weekday(at) === 0 || weekday(at) === 6;

/** The first moment from this one on at which the desk is staffed. */
function staffed(at: number): number {
  const day = startOfDay(at);
  if (isWeekend(at) || at - day >= CLOSES) return staffed(day + DAY + OPENS);
  return Math.max(at, day + OPENS);
}

/** The moment after so many minutes of working time. */
export function workingAfter(at: number, minutes: number): number {
  const start = staffed(at);
  const left = startOfDay(start) + CLOSES - start;
  const wanted = minutes * MINUTE;
  return wanted < left ? start + wanted : workingAfter(startOfDay(start) + DAY, (wanted - left) / MINUTE);
}

/** By day of the week, from Sunday: how much is reported. */
const LOAD = [0.25, 1.35, 1.15, 1, 1, 0.75, 0.2] as const;
/** By hour of the day, from 7: how much is reported. */
const HOURS = [4, 12, 15, 12, 10, 6, 9, 11, 8, 5, 3, 2, 1] as const;
const WAVE_DAYS = 45;

/** When tickets are opened in the days before a moment, in order: busy Mondays, quiet weekends, waves of some weeks. */
export function openings(now: number, days: number, count: number, random: Random): number[] {
  const today = startOfDay(now);
  const weights = Array.from({ length: days }, (_, age) => {
    const day = today - age * DAY;
    const wave = 1 + 0.3 * Math.sin((age / WAVE_DAYS) * 2 * Math.PI);
    return [day, (LOAD[weekday(day)] ?? 1) * wave] as const;
  });
  const hours = HOURS.map((weight, hour) => [hour + 7, weight] as const);
  const moment = (): number =>
    random.weighted(weights) + random.weighted(hours) * HOUR + random.int(0, HOUR - 1);
  const draw = (): number => {
    const at = moment();
    return at < now ? at : draw();
  };
  return Array.from({ length: count }, draw).sort((a, b) => a - b);
}
