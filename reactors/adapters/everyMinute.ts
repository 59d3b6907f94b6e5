import { schedule } from 'node-cron';

type Line = (message: string, facts: Readonly<Record<string, unknown>>) => void;

/** Calls a task at the beginning of every minute, but never while it is still at it. */
export const everyMinute =
  (log: { readonly warn: Line; readonly error: Line }) =>
  (task: () => Promise<void>): { stop(): Promise<void> } => {
    const scheduled = schedule('* * * * *', task, {
      noOverlap: true,
      suppressMissedWarning: true,
      logger: {
        info: () => undefined,
        debug: () => undefined,
        warn: (message) => log.warn(message, {}),
        error: (message, error) => log.error(String(message), { error }),
      },
    });
    return { stop: async () => scheduled.destroy() };
  };
