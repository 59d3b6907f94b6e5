import {
  jsonEvent,
  WrongExpectedVersionError,
  type AppendResult,
  type EventData,
} from '@eventstore/db-client';
import type { EventStore, ProposedEvent } from '../eventStore.ts';
import { JournalUnavailable, type Appended, type Expected } from '../journal.ts';
import type { Client, Connection } from './connection.ts';
import { clientReconnects, isPassing } from './faults.ts';
import { backOff, pause, within } from './patience.ts';
import { positionAt } from './read.ts';

const NO_POSITION = 2n ** 63n;

const utf8 = new TextEncoder();

/** Metadata goes as bytes, which spares the client a detour over base64. */
const proposalOf = (event: ProposedEvent): EventData =>
  jsonEvent({ ...event, metadata: utf8.encode(JSON.stringify(event.metadata)) });

const expectation = (expected: Expected): 'any' | 'no_stream' | bigint =>
  expected === 'no stream' ? 'no_stream' : expected;

async function appended(client: Client, stream: string, result: AppendResult): Promise<Appended> {
  if (!result.success) throw new Error('The connection string must leave throwOnAppendFailure on.');
  const revision = result.nextExpectedRevision;
  const commit = result.position?.commit;
  // A server that takes a repeat for what it is may leave the position out.
  const known = commit !== undefined && commit < NO_POSITION;
  return { ok: true, revision, position: known ? commit : await positionAt(client, stream, revision) };
}

async function send(
  client: Client,
  stream: string,
  events: readonly ProposedEvent[],
  expected: Expected,
): Promise<Appended> {
  try {
    const proposed = events.map(proposalOf);
    const result = await client.appendToStream(stream, proposed, { expectedRevision: expectation(expected) });
    return await appended(client, stream, result);
  } catch (error) {
    if (!(error instanceof WrongExpectedVersionError)) throw error;
    const actual = error.actualVersion;
    return { ok: false, actual: typeof actual === 'bigint' ? actual : 'no stream' };
  }
}

/** Only what names a revision may be sent again: the server knows a repeat of it by the ids of its events. */
export function createAppend(connection: Connection, timeoutMs: number): EventStore['append'] {
  function giveUp(error: unknown, client: Client, mayRepeat: boolean): void {
    if (!isPassing(error)) throw error;
    if (!clientReconnects(error)) connection.replace(client);
    if (error instanceof JournalUnavailable) throw error;
    if (!mayRepeat) throw new JournalUnavailable('The journal broke off an append.', { cause: error });
  }

  return async (stream, events, expected) => {
    const deadline = performance.now() + timeoutMs;
    for (let failures = 0; ; failures += 1) {
      const client = connection.client();
      try {
        return await within(
          send(client, stream, events, expected),
          Math.max(1, deadline - performance.now()),
        );
      } catch (error) {
        const ms = backOff(failures);
        giveUp(error, client, expected !== 'any' && performance.now() + ms < deadline);
        await pause(ms);
      }
    }
  };
}
