import { page } from '$app/state';
import type { Reader } from '#lib/reader.ts';

const fallback: Reader = { language: 'en', zone: 'UTC', theme: 'auto' };

/** The reader of the page; in the browser always in the zone of the browser. */
export function reading(): Reader {
  const reader = page.data.reader ?? fallback;
  if (typeof window === 'undefined') return reader;
  return { ...reader, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}
