import { createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v4 as newId } from 'uuid';
import type { Config } from '#api/config.ts';
import type { Metrics } from '#api/metrics.ts';
import { createRunner, type Runner } from '#commands/run.ts';
import { NO_TABLES } from '#commands/running/tell.ts';
import type { Tables } from '#commands/command.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import { lockJournal } from '#eventstore/embedded/file/lock.ts';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import type { Journal } from '#eventstore/journal.ts';
import { openJournal } from '#eventstore/openJournal.ts';
import { openDatabase } from '#projections/database.ts';
import { deskTables, TablesBehind } from '#projections/deskTables/query.ts';
import { openReadDatabase, type ReadDatabase } from '#projections/readDatabase.ts';
import type { Projector } from '#projections/run.ts';
import { openVault, type Vault } from '#vault/openVault.ts';

/** What everything else stands on: the journal, what it must not hold, the tables, and the way to give commands. */
export interface Foundation {
  readonly journal: Journal;
  readonly vault: Vault;
  readonly read: ReadDatabase;
  readonly runner: Runner;
  readonly policy: Policy;
  /** The position of the last event of a record that this process has appended. */
  readonly ends: () => bigint;
  /** From then on commands are told what the tables hold; until then nothing. */
  readonly tablesFollow: (projector: Pick<Projector, 'waitFor'>) => void;
  /** The position of the last event of a record in the journal, whoever appended it; rejects when it does not answer. */
  readonly end: () => Promise<bigint>;
  /** Resolves with the reason when the embedded journal ends by itself. */
  readonly failed: Promise<Error>;
  readonly close: () => Promise<void>;
}

/** Connections of SQLite: readers go on while the projector writes. */
const READERS = 3;

interface Server {
  readonly address: string;
  readonly failed: Promise<Error>;
  readonly stop: () => Promise<void>;
}

async function journalServer({ EVENTSTORE_URL, DATABASE_URL, DATA_DIR }: Config): Promise<Server> {
  if (EVENTSTORE_URL === undefined)
    return startEmbedded({
      file: join(DATA_DIR, 'journal.db'),
      listen: { socket: join(DATA_DIR, 'journal.sock') },
    });
  const failed = new Promise<Error>(() => undefined);
  const lock = DATABASE_URL === undefined ? lockJournal(join(DATA_DIR, 'read.db')) : undefined;
  return { address: EVENTSTORE_URL, failed, stop: () => Promise.resolve(lock?.release()) };
}

const openRead = ({ DATABASE_URL, DATA_DIR }: Config) =>
  DATABASE_URL === undefined
    ? openDatabase({ file: join(DATA_DIR, 'read.db'), connections: READERS, durable: false })
    : openDatabase({ url: DATABASE_URL });

const TABLES_WITHIN_MS = 10_000;

const laterOf = (one: bigint, other: bigint): bigint => (one > other ? one : other);

/** The tables that are known by the time that something is asked. */
const lateTables = (late: { readonly told: Tables }): Tables => ({
  occupantsOf: (roomId) => late.told.occupantsOf(roomId),
  awaitedBackIn: (roomId) => late.told.awaitedBackIn(roomId),
  componentsOf: (equipmentId) => late.told.componentsOf(equipmentId),
  tagged: (tag) => late.told.tagged(tag),
});

/** Opens the stores that the settings name, the embedded ones where they name none. */
export async function openFoundation(config: Config, metrics: Metrics): Promise<Foundation> {
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const server = await journalServer(config);
  const { VAULT_DATABASE_URL: url, DATA_DIR } = config;
  const knex = openRead(config);
  const [vault, read] = await Promise.all([
    openVault(url === undefined ? { file: join(DATA_DIR, 'vault.db') } : { url }),
    openReadDatabase(knex),
  ]);
  const store = connectEventStore({ address: server.address });
  const { journal, ends } = metrics.measured(openJournal({ store, keys: vault.keys }));
  const claims = await vault.secrets.get('claims');
  const policy = { closeAfterDays: config.CLOSE_AFTER_DAYS, reopenWithinDays: config.REOPEN_WITHIN_DAYS };
  const tables: { told: Tables } = { told: NO_TABLES };
  const runner = createRunner({
    journal,
    policy,
    newId,
    now: () => new Date().toISOString(),
    tables: lateTables(tables),
    digest: (kind, value) => createHmac('sha256', claims).update(`${kind}|${value}`).digest('hex'),
  });
  return {
    journal,
    vault,
    read,
    runner,
    policy,
    ends,
    tablesFollow: (projector) => {
      tables.told = deskTables(read, async () => {
        if (!(await projector.waitFor(ends(), TABLES_WITHIN_MS))) throw new TablesBehind();
      });
    },
    end: async () => laterOf((await journal.end()) ?? -1n, ends()),
    failed: server.failed,
    close: async () => {
      await journal.close();
      await Promise.all([vault.close(), knex.destroy()]);
      await server.stop();
    },
  };
}
