import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { AppendResp, Empty, type AppendOptions, type AppendReq } from '../protocol/generated.ts';
import type { ExpectedRevision, Outcome, ProposedEvent } from '../store/model.ts';
import { asServiceError } from './calls.ts';
import type { Context } from './context.ts';
import { appendTooLarge, invalidArgument, refused, streamDeleted, timedOut } from './failures.ts';
import { expectedRevision, MAX_APPEND_BYTES, proposedEvent, sizeOf, streamName } from './requests.ts';

type Call = ServerReadableStream<AppendReq, AppendResp>;
type Target = { stream: string; expected: ExpectedRevision };

function success(outcome: Extract<Outcome, { kind: 'written' }>): AppendResp {
  const written = new AppendResp.Success();
  if (outcome.revision === undefined) written.setNoStream(new Empty());
  else written.setCurrentRevision(String(outcome.revision));
  if (outcome.position === undefined) written.setNoPosition(new Empty());
  else {
    const at = String(outcome.position);
    written.setPosition(new AppendResp.Position().setCommitPosition(at).setPreparePosition(at));
  }
  return new AppendResp().setSuccess(written);
}

function conflict(expected: ExpectedRevision, current: number | undefined): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(wrong);
}

function response({ stream, expected }: Target, outcome: Outcome): AppendResp {
  switch (outcome.kind) {
    case 'written':
      return success(outcome);
    case 'conflict':
      return conflict(expected, outcome.current);
    case 'deleted':
      throw streamDeleted(stream);
    case 'timeout':
      throw timedOut();
    case 'refused':
      throw refused(outcome.message);
    default:
      return outcome satisfies never;
  }
}

function parseTarget(options: AppendOptions): Target {
  const revision = options.hasRevision() ? options.getRevision() : undefined;
  return {
    stream: streamName(options.getStreamIdentifier()),
    expected: expectedRevision(options, revision),
  };
}

/** Gathers one append; what is wrong with it is thrown by `finish`, when the client has sent everything. */
function createGathering() {
  const events: ProposedEvent[] = [];
  let target: Target | undefined;
  let size = 0;
  let failure: unknown;

  function take(request: AppendReq): void {
    const options = request.getOptions();
    const message = request.getProposedMessage();
    if (options) target = parseTarget(options);
    if (!message) return;
    const event = proposedEvent(message);
    size += sizeOf(event);
    if (size > MAX_APPEND_BYTES) throw appendTooLarge(MAX_APPEND_BYTES);
    events.push(event);
  }

  function add(request: AppendReq): void {
    try {
      if (failure === undefined) take(request);
    } catch (error) {
      failure = error;
    }
  }

  function finish() {
    if (failure !== undefined) throw asServiceError(failure);
    if (!target) throw invalidArgument('The options are missing.');
    return { target, events, size };
  }

  return { add, finish };
}

export const createAppendHandler =
  ({ groupCommit }: Context) =>
  (call: Call, callback: sendUnaryData<AppendResp>): void => {
    const gathering = createGathering();

    function reply(target: Target, outcome: Outcome): void {
      try {
        callback(null, response(target, outcome));
      } catch (error) {
        callback(asServiceError(error));
      }
    }

    function submit(): void {
      const { target, events, size } = gathering.finish();
      groupCommit.submit({
        size,
        deadline: Number(call.getDeadline()),
        run: (writer) => writer.append(target.stream, target.expected, events),
        answer: (outcome) => reply(target, outcome),
      });
    }

    call.on('data', gathering.add);
    call.on('end', () => {
      try {
        submit();
      } catch (error) {
        callback(asServiceError(error));
      }
    });
  };
