/** Why a journal cannot be served; the message is for the operator and says what to do. */
export class JournalUnusableError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'JournalUnusableError';
  }
}

export const damaged = (file: string, what: string, cause?: unknown): JournalUnusableError =>
  new JournalUnusableError(
    `The journal ${file} is torn or corrupt: ${what}. Nothing was changed; restore it from a backup.`,
    cause,
  );
