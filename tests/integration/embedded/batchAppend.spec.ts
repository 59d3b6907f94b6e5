import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchAppendReq, type StreamsClient } from '#eventstore/embedded/protocol/generated.ts';
import { structuredUuid } from '#eventstore/embedded/protocol/uuid.ts';
import { collect, eventually, startTestJournal, type TestJournal } from '#tests/support/embedded.ts';
import { batchMessage, batchOptions, kindOf, openBatch, rawClient, uuid, type Batch } from './raw.ts';

let journal: TestJournal;
let client: StreamsClient;
let batch: Batch;

beforeAll(async () => {
  journal = await startTestJournal();
  client = rawClient(journal.address);
  batch = openBatch(client);
});
afterAll(async () => {
  batch.call.cancel();
  client.close();
  await journal.stop();
});

const name = (): string => `ticket-${randomUUID()}`;

const chunk = (correlation: string, messages: number, final: boolean): BatchAppendReq =>
  new BatchAppendReq()
    .setCorrelationId(uuid(correlation))
    .setProposedMessagesList(Array.from({ length: messages }, () => batchMessage()))
    .setIsFinal(final);

const spoiledBy = (fields: Parameters<typeof batchMessage>[0]) => (request: BatchAppendReq) => {
  request.addProposedMessages(batchMessage(fields));
  return request.setOptions(batchOptions('ticket-x'));
};

const answersTo = (correlation: string, { answers }: Batch = batch) =>
  answers.filter((answer) => answer.getCorrelationId()?.getString() === correlation);

async function answerTo(correlation: string): Promise<string> {
  await eventually(() => answersTo(correlation)).toHaveLength(1);
  return kindOf(answersTo(correlation)[0]);
}

const count = async (stream: string): Promise<number> => {
  const read = await collect(journal.client.readStream(stream)).catch(() => []);
  return read.length;
};

describe('a batch append', () => {
  it('is committed as one when its last chunk has come', async () => {
    const [stream, correlation] = [name(), randomUUID()];
    batch.call.write(chunk(correlation, 2, false).setOptions(batchOptions(stream)));
    batch.call.write(chunk(correlation, 3, false));
    const other = randomUUID();
    batch.call.write(chunk(other, 1, true).setOptions(batchOptions(name())));
    expect(await answerTo(other)).toBe('success');
    expect(await count(stream)).toBe(0);
    batch.call.write(chunk(correlation, 1, true));
    expect(await answerTo(correlation)).toBe('success');
    expect(answersTo(correlation)[0]?.getSuccess()?.getCurrentRevision()).toBe('5');
    expect(await count(stream)).toBe(6);
  });

  it('is answered with its correlation id, stream and expectation', async () => {
    const [stream, correlation] = [name(), randomUUID()];
    const options = batchOptions(stream).setStreamPosition('7');
    batch.call.write(chunk(correlation, 1, true).setOptions(options));
    expect(await answerTo(correlation)).toBe('WrongExpectedVersion');
    const [answer] = answersTo(correlation);
    expect(Buffer.from(answer?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
    expect(answer?.getStreamPosition()).toBe('7');
  });

  it('gets exactly one answer, however many chunks of a refused append follow', async () => {
    const [stream, correlation, other] = [name(), randomUUID(), randomUUID()];
    const large = chunk(correlation, 0, false).setProposedMessagesList([
      batchMessage({ size: 1024 * 1024 + 1 }),
    ]);
    batch.call.write(large.setOptions(batchOptions(stream)));
    batch.call.write(chunk(correlation, 1, false));
    batch.call.write(chunk(correlation, 1, true));
    batch.call.write(chunk(other, 1, true).setOptions(batchOptions(name())));
    expect(await answerTo(other)).toBe('success');
    expect(await answerTo(correlation)).toBe('MaximumAppendSizeExceeded');
    expect(await count(stream)).toBe(0);
  });

  it('whose rest does not come is answered with a time-out at its deadline, and once only', async () => {
    const [stream, correlation, other] = [name(), randomUUID(), randomUUID()];
    batch.call.write(chunk(correlation, 1, false).setOptions(batchOptions(stream, Date.now() + 50)));
    expect(await answerTo(correlation)).toBe('Timeout');
    batch.call.write(chunk(correlation, 1, true));
    batch.call.write(chunk(other, 1, true).setOptions(batchOptions(name())));
    expect(await answerTo(other)).toBe('success');
    expect(answersTo(correlation)).toHaveLength(1);
    expect(await count(stream)).toBe(0);
  });

  it('whose deadline has passed is not written', async () => {
    const [stream, correlation] = [name(), randomUUID()];
    batch.call.write(chunk(correlation, 1, true).setOptions(batchOptions(stream, Date.now() - 1000)));
    expect(await answerTo(correlation)).toBe('Timeout');
    expect(await count(stream)).toBe(0);
  });

  it('takes structured ids', async () => {
    const [stream, id, correlation] = [name(), randomUUID(), randomUUID()];
    const request = new BatchAppendReq()
      .setCorrelationId(structuredUuid(correlation))
      .setOptions(batchOptions(stream))
      .setProposedMessagesList([batchMessage({ id: structuredUuid(id) })])
      .setIsFinal(true);
    batch.call.write(request);
    await eventually(() => count(stream)).toBe(1);
    const [read] = await collect(journal.client.readStream(stream));
    expect(read?.event?.id).toBe(id);
  });

  it.each([
    ['without options', (request: BatchAppendReq) => request],
    ['without a stream', (request: BatchAppendReq) => request.setOptions(batchOptions(''))],
    ['of an event without an id', spoiledBy({ id: uuid('') })],
    ['of an event without a type', spoiledBy({ type: '' })],
  ])('%s is refused, and the stream goes on', async (_, spoil) => {
    const [correlation, other] = [randomUUID(), randomUUID()];
    batch.call.write(spoil(chunk(correlation, 1, true)));
    expect(await answerTo(correlation)).toBe('BadRequest');
    batch.call.write(chunk(other, 1, true).setOptions(batchOptions(name())));
    expect(await answerTo(other)).toBe('success');
    expect(await count('ticket-x')).toBe(0);
  });
});

describe('a batch stream', () => {
  it('without a correlation id is ended as invalid', async () => {
    const own = openBatch(client);
    own.call.write(new BatchAppendReq().setIsFinal(true));
    expect(await own.ended).toBe(status.INVALID_ARGUMENT);
  });

  it('that the client closes brings its answers first, and ends well', async () => {
    const own = openBatch(client);
    const [correlation, partial] = [randomUUID(), randomUUID()];
    own.call.write(chunk(correlation, 1, true).setOptions(batchOptions(name())));
    own.call.write(chunk(partial, 1, false).setOptions(batchOptions(name())));
    own.call.end();
    expect(await own.ended).toBe(status.OK);
    expect(answersTo(correlation, own).map(kindOf)).toEqual(['success']);
    expect(answersTo(partial, own).map(kindOf)).toEqual(['Timeout']);
  });

  it('is ended with UNAVAILABLE when the server stops', async () => {
    const own = await startTestJournal();
    const raw = rawClient(own.address);
    const open = openBatch(raw);
    open.call.write(chunk(randomUUID(), 1, true).setOptions(batchOptions(name())));
    await eventually(() => open.answers).toHaveLength(1);
    await own.restart();
    expect(await open.ended).toBe(status.UNAVAILABLE);
    raw.close();
    await own.stop();
  });

  it('keeps the order of appends to one stream', async () => {
    const stream = name();
    const correlations = Array.from({ length: 300 }, () => randomUUID());
    for (const correlation of correlations)
      batch.call.write(chunk(correlation, 1, true).setOptions(batchOptions(stream)));
    await eventually(() => answersTo(correlations.at(-1) ?? '')).toHaveLength(1);
    const revisions = correlations.map((correlation) =>
      answersTo(correlation)[0]?.getSuccess()?.getCurrentRevision(),
    );
    expect(revisions).toEqual(correlations.map((_, n) => String(n)));
  });
});
