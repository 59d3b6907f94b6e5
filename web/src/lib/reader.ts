/** How the person in front of the screen reads: language, time zone, and the colours asked for. */
export interface Reader {
  readonly language: string;
  /** IANA name; UTC until the browser has told it. */
  readonly zone: string;
  readonly theme: Theme;
}

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const ZONE_COOKIE = 'daybook_zone';
export const THEME_COOKIE = 'daybook_theme';
/** The position of the last command given, so that the next page shows its effect. */
export const AFTER_COOKIE = 'daybook_after';

export const themeOf = (value: string | undefined): Theme =>
  themes.find((theme) => theme === value) ?? 'auto';

export function zoneOf(value: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
