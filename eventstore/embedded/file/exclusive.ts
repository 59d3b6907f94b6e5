import { DatabaseSync } from 'node:sqlite';
import { isBusy } from '../store/storageFault.ts';

export interface Hold {
  readonly release: () => void;
}

/**
 * Holds a file, which is made where there is none, as SQLite locks its databases: the operating system drops
 * the hold when the process ends, however it ends.
 * @returns nothing while somebody else holds it
 * @throws the error of SQLite when the file cannot be opened or is something else
 */
export function hold(file: string): Hold | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}
