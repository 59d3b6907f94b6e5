import type { Problem } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

export const MOST_PHOTOS = 4;

/** A photo that a report goes without, by the name of its file. */
export interface Untaken {
  readonly name: string;
  readonly why: 'oneTooMany' | 'unreadable' | Problem;
}

export function untakenInWords({ why }: Untaken, m: Messages): string {
  if (why === 'oneTooMany') return m.report.photoTooMany(MOST_PHOTOS);
  return why === 'unreadable' ? m.report.photoFailed : m.common.problem(why);
}
