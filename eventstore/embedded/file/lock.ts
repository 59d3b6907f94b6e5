import { DatabaseSync } from 'node:sqlite';

/** Thrown at the start, with a message for the operator. */
export class JournalUnusableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JournalUnusableError';
  }
}

/**
 * Keeps others from the journal file, by an exclusive SQLite lock on a file beside it: the operating system
 * drops it when the process ends, however it ends.
 * @throws JournalUnusableError when another process has it
 */
export function lockJournal(file: string): { release: () => void } {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch {
    lock.close();
    throw new JournalUnusableError(
      `The journal ${file} is in use by another process. Stop that one first, or use another data directory.`,
    );
  }
  return { release: () => lock.close() };
}
