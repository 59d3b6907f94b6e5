import { DatabaseSync } from 'node:sqlite';
import { JournalUnusableError } from './unusable.ts';

/**
 * Keeps others from the journal file, by an exclusive SQLite lock on a file beside it: the operating system
 * drops it when the process ends, however it ends.
 * @throws JournalUnusableError when another process has it
 */
export function lockJournal(file: string): { release: () => void } {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    lock.close();
    throw new JournalUnusableError(
      `The journal ${file} is in use by another process. Stop that one first, or use another data directory.`,
      error,
    );
  }
  return { release: () => lock.close() };
}
