import { credentials, Metadata, type ClientDuplexStream, type ServiceError } from '@grpc/grpc-js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { randomUUID } from 'node:crypto';
import {
  AppendReq,
  BatchAppendReq,
  Empty,
  StreamIdentifier,
  StreamsClient,
  UUID,
  type AppendResp,
  type BatchAppendResp,
} from '#eventstore/embedded/protocol/generated.ts';

/** The generated client without the official one's manners, to say what it never would. */
export const rawClient = (address: string): StreamsClient =>
  new StreamsClient(address, credentials.createInsecure());

export const uuid = (text: string = randomUUID()): UUID => new UUID().setString(text);
export const identifier = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream));

type Fields = { id?: UUID; type?: string; contentType?: string; size?: number };

function fill<
  Message extends InstanceType<typeof BatchAppendReq.ProposedMessage | typeof AppendReq.ProposedMessage>,
>(
  message: Message,
  { id = uuid(), type = 'Raw', contentType = 'application/octet-stream', size = 10 }: Fields,
): Message {
  message.setId(id);
  message.setData(new Uint8Array(size));
  if (type !== '') message.getMetadataMap().set('type', type);
  if (contentType !== '') message.getMetadataMap().set('content-type', contentType);
  return message;
}

export const batchMessage = (fields: Fields = {}) => fill(new BatchAppendReq.ProposedMessage(), fields);
export const appendMessage = (fields: Fields = {}): AppendReq =>
  new AppendReq().setProposedMessage(fill(new AppendReq.ProposedMessage(), fields));

export const appendOptions = (stream: string): AppendReq =>
  new AppendReq().setOptions(
    new AppendReq.Options().setStreamIdentifier(identifier(stream)).setAny(new Empty()),
  );

export function batchOptions(
  stream: string,
  deadline = Date.now() + 10_000,
): InstanceType<typeof BatchAppendReq.Options> {
  return new BatchAppendReq.Options()
    .setStreamIdentifier(identifier(stream))
    .setDeadline(timestamp.Timestamp.fromDate(new Date(deadline)))
    .setAny(new empty.Empty());
}

export type Append = { error: ServiceError | null; response: AppendResp | undefined };

/** One unary append of these requests. */
export function append(client: StreamsClient, requests: AppendReq[], deadline = Infinity): Promise<Append> {
  return new Promise((resolve) => {
    const call = client.append(new Metadata(), { deadline }, (error, response) =>
      resolve({ error, response }),
    );
    for (const request of requests) call.write(request);
    call.end();
  });
}

export type Batch = {
  call: ClientDuplexStream<BatchAppendReq, BatchAppendResp>;
  answers: BatchAppendResp[];
  /** The status that the server ends the stream with. */
  ended: Promise<number>;
};

export function openBatch(client: StreamsClient): Batch {
  const call = client.batchAppend();
  const answers: BatchAppendResp[] = [];
  call.on('data', (answer: BatchAppendResp) => answers.push(answer));
  call.on('error', () => undefined);
  const ended = new Promise<number>((resolve) => call.once('status', ({ code }) => resolve(code)));
  return { call, answers, ended };
}

/** The last part of the error's type, or `success`. */
export function kindOf(answer: BatchAppendResp | undefined): string {
  if (answer?.hasSuccess()) return 'success';
  return answer?.getError()?.getDetails()?.getTypeName().split('.').at(-1) ?? 'none';
}
