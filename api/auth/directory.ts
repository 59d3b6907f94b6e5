import type { UserRow } from '#api/contract/rows.ts';
import { createTrusted } from './trusted.ts';

export interface Directory {
  readonly find: (userId: string) => Promise<UserRow | undefined>;
  /** The row has changed, so that what is known of it is old. */
  readonly forget: (userId: string) => void;
}

export function createDirectory(read: (userId: string) => Promise<UserRow | undefined>): Directory {
  const { get, forget } = createTrusted(read);
  return { find: get, forget };
}
