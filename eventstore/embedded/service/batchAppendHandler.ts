import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { BatchAppendReq, BatchAppendResp } from '../protocol/generated.ts';
import { uuidBytes } from '../protocol/uuid.ts';
import { answered, failed, timeout } from './batchMessages.ts';
import { fail } from './calls.ts';
import type { Context } from './context.ts';
import { invalidArgument } from './failures.ts';
import { addChunk, openAppend, type PendingAppend } from './pendingAppend.ts';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

const MOST_UNREAD = 1024;
const LONGEST_TIMER = 2 ** 31 - 1;

/** One batch stream: appends in parts, exactly one answer for each. */
function createBatch({ groupCommit }: Context, call: Call, signal: AbortSignal) {
  const open = new Map<string, PendingAppend>();
  let unanswered = 0;
  let ended = false;

  /** A client that does not read its answers is not read either. */
  function holdBack(): void {
    call.pause();
    call.once('drain', () => call.resume());
  }

  function send(message: BatchAppendResp): void {
    unanswered -= 1;
    if (signal.aborted) return;
    call.write(message);
    if (call.writableLength > MOST_UNREAD && !call.isPaused()) holdBack();
    if (ended && unanswered === 0) call.end();
  }

  function expire(append: PendingAppend): void {
    clearTimeout(append.timer);
    append.answered = true;
    append.events = [];
    send(failed(append, timeout()));
  }

  function begin(
    key: string,
    chunk: BatchAppendReq,
    correlation: PendingAppend['correlation'],
  ): PendingAppend {
    const append = openAppend(correlation);
    addChunk(append, chunk, true);
    open.set(key, append);
    unanswered += 1;
    return append;
  }

  function submit(append: PendingAppend): void {
    const { stream, expected, events, size, deadline, failure } = append;
    if (failure !== undefined || expected === undefined) {
      send(failed(append, failure ?? timeout()));
      return;
    }
    groupCommit.submit({
      size,
      deadline,
      run: (writer) => writer.append(stream, expected, events),
      answer: (outcome) => send(answered(append, outcome)),
    });
  }

  function awaitRest(append: PendingAppend): void {
    if (append.timer !== undefined || append.answered || append.deadline === Infinity) return;
    const left = Math.min(Math.max(0, append.deadline - Date.now()), LONGEST_TIMER);
    append.timer = setTimeout(expire, left, append);
  }

  function finish(key: string, append: PendingAppend): void {
    clearTimeout(append.timer);
    open.delete(key);
    if (!append.answered) submit(append);
  }

  function receive(chunk: BatchAppendReq): void {
    const correlation = chunk.getCorrelationId();
    const bytes = uuidBytes(correlation);
    if (!correlation || !bytes) {
      fail(call, invalidArgument('The correlation id is missing.'));
      return;
    }
    const key = bytes.toString('latin1');
    const known = open.get(key);
    if (known) addChunk(known, chunk, false);
    const append = known ?? begin(key, chunk, correlation);
    if (chunk.getIsFinal()) finish(key, append);
    else awaitRest(append);
  }

  function abandon(): void {
    for (const append of open.values()) clearTimeout(append.timer);
    open.clear();
  }

  /** The client sends no more; it still gets its answers. */
  function end(): void {
    ended = true;
    for (const append of open.values()) if (!append.answered) expire(append);
    abandon();
    if (unanswered === 0) call.end();
  }

  return { receive, end, abandon };
}

export const createBatchAppendHandler =
  (context: Context) =>
  (call: Call): void => {
    const signal = context.calls.enter(call);
    const batch = createBatch(context, call, signal);
    call.on('data', batch.receive);
    call.on('end', batch.end);
    signal.addEventListener('abort', batch.abandon, { once: true });
  };
