import {
  Code,
  type BatchAppendOptions,
  type BatchAppendReq,
  type Status,
  type UUID,
} from '../protocol/generated.ts';
import type { ExpectedRevision, ProposedEvent } from '../store/model.ts';
import { asServiceError } from './calls.ts';
import { badRequest, tooLarge } from './batchMessages.ts';
import { expectedRevision, MAX_APPEND_BYTES, proposedEvent, sizeOf, streamName } from './requests.ts';

/** One append of a batch stream while its chunks come in. After `failure` is set its events are dropped. */
export type PendingAppend = {
  correlation: UUID;
  stream: string;
  expected: ExpectedRevision | undefined;
  deadline: number;
  events: ProposedEvent[];
  size: number;
  failure: Status | undefined;
  /** Answered before its last chunk came. */
  answered: boolean;
  timer: NodeJS.Timeout | undefined;
};

export const openAppend = (correlation: UUID): PendingAppend => ({
  correlation,
  stream: '',
  expected: undefined,
  deadline: Infinity,
  events: [],
  size: 0,
  failure: badRequest(Code.INVALID_ARGUMENT, 'The first chunk of the append holds no options.'),
  answered: false,
  timer: undefined,
});

function applyOptions(append: PendingAppend, options: BatchAppendOptions): void {
  append.failure = undefined;
  append.deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
  append.stream = streamName(options.getStreamIdentifier());
  const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
  append.expected = expectedRevision(options, revision);
}

function addEvents(append: PendingAppend, chunk: BatchAppendReq): void {
  for (const message of chunk.getProposedMessagesList()) {
    const event = proposedEvent(message);
    append.size += sizeOf(event);
    append.events.push(event);
  }
  if (append.size > MAX_APPEND_BYTES) append.failure = tooLarge(MAX_APPEND_BYTES);
}

function take(append: PendingAppend, chunk: BatchAppendReq, first: boolean): void {
  const options = chunk.getOptions();
  if (first && options) applyOptions(append, options);
  if (append.failure === undefined) addEvents(append, chunk);
}

export function addChunk(append: PendingAppend, chunk: BatchAppendReq, first: boolean): void {
  try {
    take(append, chunk, first);
  } catch (error) {
    append.failure = badRequest(Code.INVALID_ARGUMENT, asServiceError(error).message);
  }
  if (append.failure !== undefined) append.events = [];
}
