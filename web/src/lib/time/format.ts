import type { Reader } from '#lib/reader.ts';

type Style = 'short' | 'full' | 'day' | 'date';

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  full: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
  date: { day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
};
const formats = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** British order of day and month where a reader has only said English. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

export function absolute(instant: string, reader: Reader, style: Style = 'short'): string {
  const key = `${reader.language} ${reader.zone} ${style}`;
  const locale = localeOf(reader.language);
  const format = cached(
    formats,
    key,
    () => new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: reader.zone }),
  );
  return format.format(new Date(instant));
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['minute', 60, 3_600],
  ['hour', 3_600, 86_400],
  ['day', 86_400, 7 * 86_400],
];

/** "5 min ago" within a week, else the date; undefined means "just now". */
export function relative(instant: string, now: number, reader: Reader): string | undefined {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const past = Math.abs(seconds);
  if (past < 45) return undefined;
  const step = steps.find(([, , until]) => past < until);
  if (!step) return absolute(instant, reader, sameYear(instant, now) ? 'date' : 'day');
  const locale = localeOf(reader.language);
  const format = cached(
    relatives,
    locale,
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
  );
  return format.format(Math.round(seconds / step[1]), step[0]);
}

const sameYear = (instant: string, now: number): boolean =>
  instant.slice(0, 4) === new Date(now).toISOString().slice(0, 4);

/** `2026-01-31T14:05` of a datetime-local input as an instant, in the reader's zone. */
export function instantOf(local: string, zone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined;
  if (typeof Temporal === 'undefined') return new Date(local).toISOString();
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds).toISOString();
}

/** The day (RFC 3339 full-date) of an instant in milliseconds, in a zone. */
export const dayOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);

/** The end of a day that has passed, as an instant in the reader's zone; undefined: it has not, or is no day. */
export function endOfPastDay(day: string | null, zone: string, now: number): string | undefined {
  if (day === null || day >= dayOf(now, zone)) return undefined;
  return instantOf(`${day}T23:59:59`, zone);
}

/** A day (RFC 3339 full-date) in words; it has no zone. */
export const day = (date: string, { language }: Reader): string =>
  absolute(`${date}T12:00:00Z`, { language, zone: 'UTC', theme: 'auto' }, 'day');
