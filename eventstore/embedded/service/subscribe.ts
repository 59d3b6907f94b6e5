import { randomUUID } from 'node:crypto';
import type { StoredRecord } from '../store/model.ts';
import type { Context } from './context.ts';
import { allFeed, streamFeed } from './feeds.ts';
import type { Filter } from './filter.ts';
import type { Outlet } from './outlet.ts';
import { caughtUp, checkpoint, confirmation, fellBehind } from './readMessages.ts';
import type { ReadRequest } from './readRequest.ts';

/** Sends the events that match, and a checkpoint after every interval of events considered. */
function filteredSender(filter: Filter, outlet: Outlet) {
  let considered = 0;
  return (record: StoredRecord): void => {
    if (filter.matches(record)) outlet.sendRecord(record);
    considered += 1;
    if (considered % filter.checkpointInterval === 0) outlet.send(checkpoint(record.position));
  };
}

/** Tells the subscriber when it catches up with the journal, and when it falls behind it again. */
function createLiveness(outlet: Outlet, checkpointAt: (() => number) | undefined) {
  let live = false;
  return (complete: boolean): void => {
    if (complete && !live && checkpointAt) outlet.send(checkpoint(checkpointAt()));
    if (complete !== live) outlet.send(complete ? caughtUp() : fellBehind());
    live = complete;
  };
}

/** Confirmation, the events from there on, caught_up, then events as they are committed; ends with the signal. */
export async function subscribe(
  context: Context,
  request: ReadRequest,
  outlet: Outlet,
  signal: AbortSignal,
): Promise<void> {
  const { stream, from, filter } = request;
  outlet.send(confirmation(randomUUID()));
  const feed = stream === undefined ? allFeed(context, from) : streamFeed(context, stream, from);
  const send = filter ? filteredSender(filter, outlet) : outlet.sendRecord;
  const reportLive = createLiveness(outlet, filter && feed.position);

  while (!signal.aborted) {
    const seen = context.commits.count();
    const { records, complete } = feed.next();
    for (const record of records) send(record);
    reportLive(complete);
    await outlet.ready();
    if (complete) await context.commits.after(seen, stream, signal);
  }
}
