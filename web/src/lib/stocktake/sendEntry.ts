import type { Api } from '#lib/api/request.ts';
import type { Sending } from './ScanQueue.ts';

/** Gives an entry to the desk with the time at which it was done, by a clock that may be wrong. */
export const sendEntry =
  (api: Api, stocktakeId: string, clock = now): Sending =>
  async ({ key, command, scanId, text, at }) => {
    const path = `/stocktakes/${stocktakeId}/${command}`;
    const input = command === 'scan' ? { scanId, text } : { scanId };
    const headers = { 'idempotency-key': key };
    const answer = await api.post(path, { ...input, occurredAt: at, sentAt: clock() }, headers);
    // The clock of this device has been set back since: when it was done cannot be told any more.
    if (!answer.ok && answer.problem.rejection === 'InTheFuture') return api.post(path, input, headers);
    return answer;
  };

/** One page of this browser at a time sends the scans of a stock-take. */
export const aloneAt =
  (stocktakeId: string) =>
  async (act: () => Promise<void>): Promise<void> => {
    if (!('locks' in navigator)) return act();
    await navigator.locks.request(`daybook-stocktake-${stocktakeId}`, act);
  };

/** RFC 3339, by the clock of this device. */
export const now = (): string => new Date().toISOString();
