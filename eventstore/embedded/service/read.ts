import { readChunk, restOf, type Direction, type Source } from '../store/cursor.ts';
import { NO_STREAM, type StoredRecord } from '../store/model.ts';
import type { Range } from '../store/store.ts';
import { isExpired, visibleRange } from '../store/visibility.ts';
import type { Context } from './context.ts';
import { streamDeleted } from './failures.ts';
import type { Outlet } from './outlet.ts';
import { streamNotFound } from './readMessages.ts';
import type { From, ReadRequest } from './readRequest.ts';
import { allSource, streamSource } from './sources.ts';

type Plan = { source: Source; range: Range; keeps: ((record: StoredRecord) => boolean) | undefined };

/** A read includes the key it starts from. */
function clip({ after, upTo }: Range, from: From, direction: Direction): Range {
  if (direction === 'forwards') {
    if (from === 'end') return { after: upTo, upTo };
    return { after: from === 'start' ? after : Math.max(after, from - 1), upTo };
  }
  if (from === 'end') return { after, upTo };
  return { after, upTo: Math.min(upTo, from === 'start' ? 0 : from) };
}

function planAll({ store, lastPosition }: Context, { from, direction, filter }: ReadRequest): Plan {
  const range = clip({ after: 0, upTo: lastPosition() }, from, direction);
  return { source: allSource(store, direction), range, keeps: filter?.matches };
}

function planStream(context: Context, stream: string, request: ReadRequest): Plan | undefined {
  if (context.streams.isDeleted(stream)) throw streamDeleted(stream);
  const state = context.streams.get(stream);
  if (state.head === NO_STREAM || state.metadata.softDeleted) return undefined;
  const range = clip(visibleRange(state), request.from, request.direction);
  const ages = state.metadata.maxAge !== Infinity;
  const keeps = ages ? (record: StoredRecord) => !isExpired(record, state) : undefined;
  return { source: streamSource(context.store, state.id, request.direction), range, keeps };
}

async function sendPlan({ source, range, keeps }: Plan, count: number, outlet: Outlet): Promise<void> {
  let rest = range;
  let wanted = count;
  while (wanted > 0) {
    const chunk = readChunk(source, rest, keeps ? Infinity : wanted);
    const kept = keeps ? chunk.records.filter(keeps).slice(0, wanted) : chunk.records;
    for (const record of kept) outlet.sendRecord(record);
    if (chunk.complete) return;
    wanted -= kept.length;
    rest = restOf(rest, source, chunk.records);
    await outlet.ready();
  }
}

/** Sends what stood when the read began, up to `count` events. */
export async function read(
  context: Context,
  request: ReadRequest,
  count: number,
  outlet: Outlet,
): Promise<void> {
  const { stream } = request;
  const plan = stream === undefined ? planAll(context, request) : planStream(context, stream, request);
  if (plan) await sendPlan(plan, count, outlet);
  else outlet.send(streamNotFound(stream ?? ''));
}
