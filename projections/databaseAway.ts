const REACHING = new Set(['connect', 'getaddrinfo']);
/** What the driver calls it when a server goes while it is asked, or takes nobody more. */
const LOST = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
]);

const told = (error: Error, key: 'code' | 'syscall'): string =>
  String((error as Error & Readonly<Record<typeof key, unknown>>)[key]);

/** Whether a query failed because the database is not to be reached, and may succeed once it is back. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'KnexTimeoutError' ||
    REACHING.has(told(error, 'syscall')) ||
    LOST.has(told(error, 'code')));
