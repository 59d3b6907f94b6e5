import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hashPassword } from '#api/auth/passwords.ts';
import type { DomainEvent } from '#domain/catalogue.ts';
import { streamOf, type StreamName } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';
import { openings } from '#cli/demo/calendar.ts';
import { PASSWORD, signIns } from '#cli/demo/people.ts';
import { demoId, seeded } from '#cli/demo/random.ts';
import { report, type Desk } from '#cli/demo/report.ts';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import type { Journal } from '#eventstore/journal.ts';
import { openJournal } from '#eventstore/openJournal.ts';
import { openVault } from '#vault/openVault.ts';
import { inCache } from './cache.ts';
import { peopleAndPlaces } from './peopleAndPlaces.ts';
import { thingWrites } from './things.ts';
import { fateOf, lifeOf } from './ticketLife.ts';

const END = Date.parse('2026-11-20T16:00:00Z');
const DAYS = 730;
const SEED = 7;
const NUMBERS_AT_ONCE = 1_000;
const STREAMS_AT_ONCE = 200;

export interface Write {
  readonly stream: StreamName;
  readonly name: string;
  readonly command: string;
  readonly by: string | null;
  readonly role: Role | 'desk';
  readonly at: number;
  readonly events: readonly DomainEvent[];
}

async function append(
  journal: Journal,
  { stream, name, command, by, role, at, events }: Write,
): Promise<void> {
  const commandId = demoId(`bench ${name}`);
  const meta = {
    commandId,
    command,
    actorId: by as never,
    actorRole: role,
    correlationId: commandId,
    causationId: null,
    occurredAt: new Date(at).toISOString(),
  };
  const appended = await journal.append({ stream, events, meta, expected: 'any' });
  if (!appended.ok) throw new Error(`seeding ${stream} was refused`);
}

/** Runs work for each item, so many at once, taken in order. */
export async function eachOf<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function* ticketWrites(tickets: number): Generator<readonly Write[]> {
  const desk: Desk = { random: seeded(SEED), heard: new Set() };
  for (const [index, at] of openings(END, DAYS, tickets, desk.random).entries()) {
    const told = report(desk, { number: index + 1, at });
    yield lifeOf(told, fateOf(desk.random), desk.random).map((deed, n) => ({
      ...deed,
      stream: streamOf('ticket', told.id),
      name: `ticket ${told.number}.${n}`,
      role: n === 0 ? ('requester' as const) : ('technician' as const),
    }));
  }
}

async function takeNumbers(journal: Journal, tickets: number): Promise<void> {
  for (let first = 0; first < tickets; first += NUMBERS_AT_ONCE) {
    const events = Array.from({ length: Math.min(NUMBERS_AT_ONCE, tickets - first) }, (_, n) => ({
      type: 'NumberTaken' as const,
      data: { by: demoId(`ticket ${first + n + 1}`) },
    }));
    await append(journal, {
      stream: 'sequence-ticket',
      name: `numbers ${first}`,
      command: 'openTicket',
      by: null,
      role: 'desk',
      at: END,
      events,
    });
  }
}

async function write(directory: string, tickets: number): Promise<void> {
  const vault = await openVault({ file: join(directory, 'vault.db') });
  const server = await startEmbedded({
    file: join(directory, 'journal.db'),
    listen: { socket: join(directory, 's') },
  });
  const journal = openJournal({ store: connectEventStore({ address: server.address }), keys: vault.keys });
  for (const each of peopleAndPlaces(END - DAYS * 86_400_000))
    await append(journal, { ...each, role: 'admin' });
  await takeNumbers(journal, tickets);
  await eachOf(ticketWrites(tickets), STREAMS_AT_ONCE, async (writes) => {
    for (const each of writes) await append(journal, each);
  });
  await eachOf(thingWrites(tickets, END, seeded(SEED)), STREAMS_AT_ONCE, async (writes) => {
    for (const each of writes) await append(journal, each);
  });
  for (const { id } of signIns) await vault.credentials.set(id, await hashPassword(PASSWORD));
  await journal.close();
  await server.stop();
  await vault.close();
}

/** A data directory with a journal of so many tickets and things, made once and kept; nine events a ticket and a thing. */
export async function seededJournal(tickets: number): Promise<string> {
  const directory = inCache(`journal-${tickets}`);
  if (existsSync(directory)) return directory;
  const making = `${directory}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await write(making, tickets);
  renameSync(making, directory);
  return directory;
}

/** How many domain events a journal holds, read beside its server. */
export function eventsIn(directory: string): number {
  const journal = new DatabaseSync(join(directory, 'journal.db'), { readOnly: true });
  const row = journal
    .prepare("SELECT count(*) AS n FROM events JOIN streams ON streams.id = stream WHERE name NOT LIKE '$%'")
    .get();
  journal.close();
  return Number(row?.['n']);
}
