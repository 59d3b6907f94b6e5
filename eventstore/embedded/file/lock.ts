import { hold, type Hold } from './exclusive.ts';
import { JournalUnusableError } from './unusable.ts';

function attempt(file: string): Hold | undefined {
  try {
    return hold(`${file}.lock`);
  } catch (error) {
    throw new JournalUnusableError(
      `The journal ${file} cannot be opened: its directory is missing, or this user may not write there.`,
      error,
    );
  }
}

/**
 * Keeps others from the journal file, by a file beside it.
 * @throws JournalUnusableError when another process has it, or the directory is not to be written
 */
export function lockJournal(file: string): Hold {
  const lock = attempt(file);
  if (lock) return lock;
  throw new JournalUnusableError(
    `The journal ${file} is in use by another process. Stop that one first, or use another data directory.`,
  );
}
