/** What a device keeps so that a page opens without a connection: a cache a person. */
const KEPT = 'daybook-kept-';

export const keptBy = (userId: string): string => `${KEPT}${userId}`;
export const isKept = (cache: string): boolean => cache.startsWith(KEPT);

/** What a page tells the service worker: keep me for this person. */
export interface Keeping {
  readonly path: string;
  readonly userId: string;
  /** What the page is called where it is offered without a connection. */
  readonly title: string;
  readonly language: string;
  readonly words: OfflineWords;
}

export interface OfflineWords {
  readonly title: string;
  readonly text: string;
  readonly again: string;
}

/** Forgets what is kept for anybody else; without a name for everybody. */
export async function forgetKept(exceptFor?: string): Promise<void> {
  const mine = exceptFor === undefined ? undefined : keptBy(exceptFor);
  const others = (await caches.keys()).filter((name) => isKept(name) && name !== mine);
  await Promise.all(others.map((name) => caches.delete(name)));
}
