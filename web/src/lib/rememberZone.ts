import { ZONE_COOKIE } from './reader.ts';

/** Tells the server the browser's time zone, so that the first paint has the right times. */
export function rememberZone(): void {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = `${ZONE_COOKIE}=${zone}; path=/; max-age=31536000; samesite=lax`;
}
