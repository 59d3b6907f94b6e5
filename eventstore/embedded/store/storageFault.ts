const SQLITE_BUSY = 5; // https://sqlite.org/rescode.html
const SQLITE_FULL = 13;
const FATAL = new Set([10, 11, 26]); // SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB

const codeOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;

/** After these it is unknown what the disk holds: only a restart, which recovers the file, can tell. */
export const isFatal = (error: unknown): error is Error => FATAL.has(codeOf(error));

export function refusalMessage(error: unknown): string {
  if (codeOf(error) === SQLITE_FULL)
    return 'The disk of the journal is full: nothing was written. Free some space and try again.';
  return `The journal could not be written: ${error instanceof Error ? error.message : String(error)}`;
}

/** Whether SQLite reports that the file itself is damaged. */
export const isDamage = (error: unknown): boolean => [11, 26].includes(codeOf(error));

/** Whether somebody else holds the file. */
export const isBusy = (error: unknown): boolean => codeOf(error) === SQLITE_BUSY;
