import { EventStoreDBClient } from '@eventstore/db-client';
import { credentials, status, type ServiceError } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AppendReq,
  Empty,
  ReadReq,
  ServerFeaturesClient,
  type ReadResp,
  type StreamsClient,
  type SupportedMethods,
} from '#eventstore/embedded/protocol/generated.ts';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import {
  collect,
  event,
  startTestJournal,
  temporaryDirectory,
  type TestJournal,
} from '#tests/support/embedded.ts';
import { append, appendMessage, appendOptions, identifier, rawClient } from './raw.ts';

let journal: TestJournal;
let client: StreamsClient;

beforeAll(async () => {
  journal = await startTestJournal();
  client = rawClient(journal.address);
});
afterAll(async () => {
  client.close();
  await journal.stop();
});

const name = (): string => `ticket-${randomUUID()}`;
const trailer = (error: ServiceError | null, key: string): unknown => error?.metadata.get(key)[0];

function read(request: ReadReq): Promise<{ messages: ReadResp[]; error: ServiceError | undefined }> {
  return new Promise((resolve) => {
    const messages: ReadResp[] = [];
    const call = client.read(request);
    call.on('data', (message: ReadResp) => messages.push(message));
    call.on('error', (error: ServiceError) => resolve({ messages, error }));
    call.on('end', () => resolve({ messages, error: undefined }));
  });
}

describe('the server features', () => {
  it('tell the methods and a version of 23.10 or newer', async () => {
    const features = new ServerFeaturesClient(journal.address, credentials.createInsecure());
    const answer = await new Promise<SupportedMethods>((resolve, reject) => {
      features.getSupportedMethods(new Empty(), (error, methods) =>
        error ? reject(error) : resolve(methods),
      );
    });
    features.close();
    expect(parseFloat(answer.getEventStoreServerVersion())).toBeGreaterThanOrEqual(23.1);
    const paths = answer
      .getMethodsList()
      .map((method) => `${method.getServiceName()}/${method.getMethodName()}`);
    expect(paths).toContain('event_store.client.streams.streams/batchappend');
    expect(paths).toContain('event_store.client.streams.streams/read');
  });

  it('that are not there are answered as unimplemented', async () => {
    await expect(journal.client.listProjections()).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  });
});

describe('the gossip', () => {
  it('names this node as the living leader, so that discovery finds it', async () => {
    const file = `${temporaryDirectory()}/journal.db`;
    const server = await startEmbedded({ file, listen: { host: '127.0.0.1', port: 0 } });
    const discovering = EventStoreDBClient.connectionString(`esdb+discover://${server.address}?tls=false`);
    const listed = EventStoreDBClient.connectionString(
      `esdb://${server.address},${server.address}?tls=false`,
    );
    await discovering.appendToStream('ticket-1', event(0), { requiresLeader: true });
    expect(await collect(listed.readStream('ticket-1', { requiresLeader: true }))).toHaveLength(1);
    await Promise.all([discovering.dispose(), listed.dispose()]);
    await server.stop();
  });
});

describe('the unary append', () => {
  it('is what a call with credentials of its own takes, with the same results', async () => {
    const stream = name();
    const own = { credentials: { username: 'admin', password: 'changeit' } };
    const first = event(1);
    const options = { ...own, expectedRevision: 'no_stream' as const };
    const written = await journal.client.appendToStream(stream, first, options);
    expect(written.nextExpectedRevision).toBe(0n);
    expect(await journal.client.appendToStream(stream, first, options)).toEqual(written);
    for (const expectedRevision of ['no_stream', 3n] as const)
      await expect(
        journal.client.appendToStream(stream, event(2), { ...own, expectedRevision }),
      ).rejects.toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: 0n,
        expectedVersion: expectedRevision,
      });
    await expect(
      journal.client.appendToStream(name(), event(2), { ...own, expectedRevision: 'stream_exists' }),
    ).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: 'stream_exists' });
    await journal.client.tombstoneStream(stream);
    await expect(journal.client.appendToStream(stream, event(3), own)).rejects.toMatchObject({
      type: 'stream-deleted',
      streamName: stream,
    });
  });

  it('of too much tells the limit', async () => {
    const { error } = await append(client, [
      appendOptions(name()),
      ...Array.from({ length: 3 }, () => appendMessage({ size: 400_000 })),
    ]);
    expect(trailer(error, 'exception')).toBe('maximum-append-size-exceeded');
    expect(trailer(error, 'maximum-append-size')).toBe('1048576');
  });

  it('of an event without a type or content type tells which metadata is required', async () => {
    for (const fields of [{ type: '' }, { contentType: '' }]) {
      const { error } = await append(client, [appendOptions(name()), appendMessage(fields)]);
      expect(trailer(error, 'exception')).toBe('missing-required-metadata-property');
      expect(trailer(error, 'required-metadata-properties')).toBe('type,content-type');
    }
  });

  it.each([
    ['without options', [appendMessage()]],
    ['without a stream', [appendOptions(''), appendMessage()]],
    [
      'without an expectation',
      [new AppendReq().setOptions(new AppendReq.Options().setStreamIdentifier(identifier('x')))],
    ],
  ])('%s is invalid', async (_, requests) => {
    const { error } = await append(client, requests);
    expect(error?.code).toBe(status.INVALID_ARGUMENT);
  });
});

describe('a read', () => {
  const uncounted = (stream: string) =>
    new ReadReq.Options()
      .setStream(
        new ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(stream)).setStart(new Empty()),
      )
      .setNoFilter(new Empty());
  const options = (stream: string) => uncounted(stream).setCount('10');

  it('gives structured ids to who asks for them', async () => {
    const stream = name();
    const written = event(1);
    await journal.client.appendToStream(stream, written);
    const structured = new ReadReq.Options.UUIDOption().setStructured(new Empty());
    const { messages } = await read(new ReadReq().setOptions(options(stream).setUuidOption(structured)));
    const halves = messages[0]?.getEvent()?.getEvent()?.getId()?.getStructured();
    const hex = [halves?.getMostSignificantBits(), halves?.getLeastSignificantBits()]
      .map((half) =>
        BigInt.asUintN(64, BigInt(half ?? 0))
          .toString(16)
          .padStart(16, '0'),
      )
      .join('');
    expect(hex).toBe(written.id.replaceAll('-', ''));
  });

  it('of $all takes a filter too, and counts what it lets through', async () => {
    const stream = name();
    await journal.client.appendToStream(stream, [event(1, 'A'), event(2, 'B'), event(3, 'A'), event(4, 'A')]);
    const expression = new ReadReq.Options.FilterOptions.Expression().setPrefixList([stream]);
    const all = new ReadReq.Options()
      .setAll(new ReadReq.Options.AllOptions().setStart(new Empty()))
      .setFilter(new ReadReq.Options.FilterOptions().setStreamIdentifier(expression).setCount(new Empty()))
      .setCount('3');
    const { messages } = await read(new ReadReq().setOptions(all));
    const revisions = messages.map((message) => message.getEvent()?.getEvent()?.getStreamRevision());
    expect(revisions).toEqual(['0', '1', '2']);
  });

  it.each([
    ['options', new ReadReq()],
    ['a stream', new ReadReq().setOptions(new ReadReq.Options().setCount('1'))],
    ['a count', new ReadReq().setOptions(uncounted('x'))],
  ])('without %s is invalid', async (_, request) => {
    const { error } = await read(request);
    expect(error?.code).toBe(status.INVALID_ARGUMENT);
  });
});
