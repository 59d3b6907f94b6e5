import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { DeleteResp, TombstoneResp, type DeleteReq, type TombstoneReq } from '../protocol/generated.ts';
import type { ExpectedRevision, Outcome } from '../store/model.ts';
import type { Writer } from '../store/writer.ts';
import { asServiceError } from './calls.ts';
import type { Context } from './context.ts';
import { invalidArgument, refused, streamDeleted, timedOut, wrongExpectedVersion } from './failures.ts';
import { expectedRevision, streamName } from './requests.ts';

type Removal = (writer: Writer, stream: string, expected: ExpectedRevision) => Outcome;
type Target = { stream: string; expected: ExpectedRevision };
type Request = DeleteReq | TombstoneReq;

function parse(request: Request): Target {
  const options = request.getOptions();
  if (!options) throw invalidArgument('The options are missing.');
  const revision = options.hasRevision() ? options.getRevision() : undefined;
  return {
    stream: streamName(options.getStreamIdentifier()),
    expected: expectedRevision(options, revision),
  };
}

/** The position of the removal. */
function positionOf({ stream, expected }: Target, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'written':
      return String(outcome.position ?? 0);
    case 'conflict':
      throw wrongExpectedVersion(stream, expected, outcome.current);
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

const createHandler =
  <Response>({ groupCommit }: Context, remove: Removal, respond: (position: string) => Response) =>
  (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    function guarded(step: () => void): void {
      try {
        step();
      } catch (error) {
        callback(asServiceError(error));
      }
    }

    guarded(() => {
      const target = parse(call.request);
      groupCommit.submit({
        size: 0,
        deadline: Number(call.getDeadline()),
        run: (writer) => remove(writer, target.stream, target.expected),
        answer: (outcome) => guarded(() => callback(null, respond(positionOf(target, outcome)))),
      });
    });
  };

const deleted = (at: string): DeleteResp =>
  new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at));

const tombstoned = (at: string): TombstoneResp =>
  new TombstoneResp().setPosition(new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at));

export const createDeleteHandler = (context: Context) =>
  createHandler(context, (writer, stream, expected) => writer.softDelete(stream, expected), deleted);

export const createTombstoneHandler = (context: Context) =>
  createHandler(context, (writer, stream, expected) => writer.tombstone(stream, expected), tombstoned);
