import type { CategoryKey } from './categories.ts';
import type { Scene } from './scenes.ts';

type Some<T> = readonly [T, ...T[]];

/** What a kind of trouble is like: sentences with `{slots}` that are filled the same way throughout one ticket. */
export interface Story {
  readonly category: CategoryKey;
  /** How often it happens, against the other stories. */
  readonly weight: number;
  readonly slots: Readonly<Record<string, Some<string>>>;
  readonly titles: Some<string>;
  readonly descriptions: Some<string>;
  /** What a technician asks and what comes back. */
  readonly exchanges: Some<readonly [question: string, answer: string]>;
  readonly notes: Some<string>;
  readonly checklist?: Some<string>;
  /** What it may have to wait for. */
  readonly holds: Some<string>;
  readonly resolutions: Some<string>;
  readonly tags: readonly string[];
  /** Work on it, from and to, in minutes. */
  readonly minutes: readonly [number, number];
  readonly urgent?: true;
  readonly scene?: Scene;
  /** Values of the category's fields, as sentences with slots. */
  readonly fields?: Readonly<Record<string, string>>;
}
