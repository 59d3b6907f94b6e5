import { schedule } from 'node-cron';

/** Calls a task at the beginning of every minute, but never while it is still at it. */
export function everyMinute(task: () => Promise<void>): { stop(): Promise<void> } {
  const scheduled = schedule('* * * * *', task, { noOverlap: true, suppressMissedWarning: true });
  return { stop: async () => scheduled.destroy() };
}
