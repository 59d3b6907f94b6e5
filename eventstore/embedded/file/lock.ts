import { DatabaseSync } from 'node:sqlite';
import { JournalUnusableError } from './unusable.ts';

function openLock(file: string): DatabaseSync {
  try {
    return new DatabaseSync(`${file}.lock`, { timeout: 0 });
  } catch (error) {
    throw new JournalUnusableError(
      `The journal ${file} cannot be opened: its directory is missing, or this user may not write there.`,
      error,
    );
  }
}

/**
 * Keeps others from the journal file, by an exclusive SQLite lock on a file beside it: the operating system
 * drops it when the process ends, however it ends.
 * @throws JournalUnusableError when another process has it, or the directory is not to be written
 */
export function lockJournal(file: string): { release: () => void } {
  const lock = openLock(file);
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
