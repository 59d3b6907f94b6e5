import { en } from './en.ts';

/** A language is a file with the shape of en.ts, and a line here. */
export const languages: Readonly<Record<string, Messages>> = { en };
export type Messages = typeof en;

/** The first language of an Accept-Language header that there are messages in. */
export function preferred(acceptLanguage: string | null): string {
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find((language) => language in languages) ?? 'en';
}

export const messagesIn = (language: string | undefined): Messages => languages[language ?? 'en'] ?? en;
