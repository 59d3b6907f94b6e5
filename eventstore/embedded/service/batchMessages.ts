import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import {
  AllStreamPosition,
  BadRequest,
  BatchAppendResp,
  Code,
  MaximumAppendSizeExceeded,
  Status,
  StreamDeleted,
  StreamIdentifier,
  Timeout,
  WrongExpectedVersion,
  type UUID,
} from '../protocol/generated.ts';
import type { ExpectedRevision, Outcome } from '../store/model.ts';

/** Whom an answer goes to; exactly one for each. */
export type Addressee = { correlation: UUID; stream: string; expected: ExpectedRevision | undefined };

type Packable = { serializeBinary(): Uint8Array };

function errorStatus(code: Code, message: string, type: string, details: Packable): Status {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${type}`);
  return new Status().setCode(code).setMessage(message).setDetails(packed);
}

function wrongVersion({ stream, expected }: Addressee, current: number | undefined): Status {
  const wrong = new WrongExpectedVersion();
  const none = new empty.Empty();
  if (current === undefined) wrong.setCurrentNoStream(none);
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'no_stream') wrong.setExpectedNoStream(none);
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(none);
  else if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(String(expected));
  else wrong.setExpectedAny(none);
  const message = `Wrong expected version of stream ${stream}.`;
  return errorStatus(Code.FAILED_PRECONDITION, message, 'WrongExpectedVersion', wrong);
}

function deleted(stream: string): Status {
  const identifier = new StreamIdentifier().setStreamName(Buffer.from(stream));
  const details = new StreamDeleted().setStreamIdentifier(identifier);
  return errorStatus(Code.FAILED_PRECONDITION, `Stream ${stream} is deleted.`, 'StreamDeleted', details);
}

export function tooLarge(limit: number): Status {
  const details = new MaximumAppendSizeExceeded().setMaxappendsize(limit);
  const message = `Maximum append size of ${limit} bytes exceeded.`;
  return errorStatus(Code.INVALID_ARGUMENT, message, 'MaximumAppendSizeExceeded', details);
}

export const timeout = (): Status =>
  errorStatus(Code.DEADLINE_EXCEEDED, 'The deadline passed before the write.', 'Timeout', new Timeout());

/** The client shows the message of a BadRequest, and nothing of an Unknown: so this carries every other fault. */
export const badRequest = (code: Code, message: string): Status =>
  errorStatus(code, message, 'BadRequest', new BadRequest().setMessage(message));

function success({ revision, position }: Extract<Outcome, { kind: 'written' }>) {
  const written = new BatchAppendResp.Success();
  if (revision === undefined) written.setNoStream(new empty.Empty());
  else written.setCurrentRevision(String(revision));
  if (position === undefined) return written.setNoPosition(new empty.Empty());
  const at = String(position);
  return written.setPosition(new AllStreamPosition().setCommitPosition(at).setPreparePosition(at));
}

function echoExpected(response: BatchAppendResp, expected: ExpectedRevision | undefined): BatchAppendResp {
  if (typeof expected === 'bigint') return response.setStreamPosition(String(expected));
  const none = new empty.Empty();
  if (expected === 'no_stream') return response.setNoStream(none);
  return expected === 'stream_exists' ? response.setStreamExists(none) : response.setAny(none);
}

function responseTo({ correlation, stream, expected }: Addressee): BatchAppendResp {
  const identifier = new StreamIdentifier().setStreamName(Buffer.from(stream));
  const response = new BatchAppendResp().setCorrelationId(correlation).setStreamIdentifier(identifier);
  return echoExpected(response, expected);
}

export const failed = (to: Addressee, error: Status): BatchAppendResp => responseTo(to).setError(error);

function errorOf(to: Addressee, outcome: Exclude<Outcome, { kind: 'written' }>): Status {
  switch (outcome.kind) {
    case 'conflict':
      return wrongVersion(to, outcome.current);
    case 'deleted':
      return deleted(to.stream);
    case 'timeout':
      return timeout();
    case 'refused':
      return badRequest(Code.RESOURCE_EXHAUSTED, outcome.message);
    default:
      return outcome satisfies never;
  }
}

export function answered(to: Addressee, outcome: Outcome): BatchAppendResp {
  if (outcome.kind !== 'written') return failed(to, errorOf(to, outcome));
  return responseTo(to).setSuccess(success(outcome));
}
