import { ReadReq, type ReadOptions } from '../protocol/generated.ts';
import type { Direction } from '../store/cursor.ts';
import { invalidArgument } from './failures.ts';
import { createFilter, type Filter } from './filter.ts';
import { streamName } from './requests.ts';

/** A revision or position; beyond 2^53 it only has to be larger than any head. */
export type From = 'start' | 'end' | number;

export type ReadRequest = {
  /** undefined: $all */
  stream: string | undefined;
  from: From;
  direction: Direction;
  /** undefined: a subscription */
  count: number | undefined;
  filter: Filter | undefined;
  structuredIds: boolean;
};

type Origin = { hasStart(): boolean; hasEnd(): boolean };

function fromOf(origin: Origin, key: string | undefined): From {
  if (key !== undefined) return Number(key);
  if (origin.hasStart()) return 'start';
  if (origin.hasEnd()) return 'end';
  throw invalidArgument('The place to read from is missing.');
}

function source(options: ReadOptions): Pick<ReadRequest, 'stream' | 'from'> {
  const stream = options.getStream();
  if (stream) {
    const revision = stream.hasRevision() ? stream.getRevision() : undefined;
    return { stream: streamName(stream.getStreamIdentifier()), from: fromOf(stream, revision) };
  }
  const all = options.getAll();
  if (!all) throw invalidArgument('The stream to read is missing.');
  return { stream: undefined, from: fromOf(all, all.getPosition()?.getCommitPosition()) };
}

function countOf(options: ReadOptions): number | undefined {
  if (options.hasSubscription()) return undefined;
  if (options.hasCount()) return Number(options.getCount());
  throw invalidArgument('The count is missing.');
}

export function parseReadRequest(request: ReadReq): ReadRequest {
  const options = request.getOptions();
  if (!options) throw invalidArgument('The options are missing.');
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const filter = options.getFilter();
  return {
    ...source(options),
    direction: backwards ? 'backwards' : 'forwards',
    count: countOf(options),
    filter: filter && createFilter(filter),
    structuredIds: options.getUuidOption()?.hasStructured() ?? false,
  };
}
