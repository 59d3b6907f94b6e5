import { createHmac, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { categoryCommands, roomCommands, ticketCommands, userCommands } from '#commands/registry.ts';
import { createRunner, type Outcome, type Runner, type RunnerDeps } from '#commands/run.ts';
import { NO_TABLES } from '#commands/running/tell.ts';
import { DESK, type Role } from '#domain/role.ts';
import type { StreamName } from '#domain/ids.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import type { EventStore } from '#eventstore/eventStore.ts';
import type { Journal, Metadata, Recorded } from '#eventstore/journal.ts';
import { openJournal } from '#eventstore/openJournal.ts';
import { openVault, type Vault } from '#vault/openVault.ts';
import { startTestJournal, type TestJournal } from './embedded.ts';

export { categoryCommands, roomCommands, ticketCommands, userCommands };

export const policy = { closeAfterDays: 7, reopenWithinDays: 14 };
export const digest = (kind: string, value: string): string =>
  createHmac('sha256', 'test').update(`${kind}|${value}`).digest('hex');

export const metadata = (changes: Partial<Metadata> = {}): Metadata => ({
  commandId: randomUUID(),
  command: 'test',
  actorId: null,
  actorRole: 'desk',
  correlationId: randomUUID(),
  causationId: null,
  occurredAt: '2026-03-01T08:00:00.000Z',
  ...changes,
});

export interface TestDesk {
  readonly embedded: TestJournal;
  readonly store: EventStore;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly runner: Runner;
  /** A runner with a memory of its own, as another process has; its journal may be another. */
  another(changes?: Partial<RunnerDeps>): Runner;
  stop(): Promise<void>;
}

/** An embedded server, a vault, a journal and a runner in a temporary directory. */
export async function startTestDesk(timeoutMs = 5_000): Promise<TestDesk> {
  const embedded = await startTestJournal();
  const vault = await openVault({ file: join(embedded.directory, 'vault.db') });
  const store = connectEventStore({ address: embedded.address, timeoutMs });
  const journal = openJournal({ store, keys: vault.keys });
  const another = (changes: Partial<RunnerDeps> = {}): Runner =>
    createRunner({
      journal,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      policy,
      digest,
      tables: NO_TABLES,
      ...changes,
    });
  return {
    embedded,
    store,
    vault,
    journal,
    runner: another(),
    another,
    async stop() {
      await journal.close();
      await vault.close();
      await embedded.stop();
    },
  };
}

export function done<S>(outcome: Outcome<S>): Extract<Outcome<S>, { kind: 'done' }> {
  if (outcome.kind === 'done') return outcome;
  throw new Error(
    `not done: ${JSON.stringify(outcome, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v))}`,
  );
}

export async function eventsOf(journal: Journal, stream: StreamName): Promise<Recorded[]> {
  return Array.fromAsync(journal.readStream(stream));
}

/** Registers a person, by the desk. */
export async function person(runner: Runner, role: Role, email = `${randomUUID()}@desk.example`) {
  const id = randomUUID();
  const input = { name: 'Somebody', email, role };
  done(await runner.run(userCommands.registerUser, { id, input, actor: DESK }));
  return id;
}

export async function openedRoom(runner: Runner): Promise<string> {
  const id = randomUUID();
  done(await runner.run(roomCommands.openRoom, { id, input: { name: 'Lab' }, actor: DESK }));
  return id;
}

export const report = (roomId: string, requesterId: string, title = 'The printer is on fire') => ({
  title,
  roomId,
  requesterId,
});

/** Reports a problem, by the desk. */
export async function openedTicket(runner: Runner, title?: string): Promise<string> {
  const [roomId, requesterId] = await Promise.all([openedRoom(runner), person(runner, 'requester')]);
  const id = randomUUID();
  const input = report(roomId, requesterId, title);
  done(await runner.run(ticketCommands.openTicket, { id, input, actor: DESK }));
  return id;
}
