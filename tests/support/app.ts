import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Daybook } from '#api/compose.ts';
import { readConfig } from '#api/config.ts';
import { createLog } from '#api/log.ts';
import type { DomainEvent } from '#domain/catalogue.ts';
import type { StreamName } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';
import { clientAt, personOf, type Client, type Person, type Sent } from './client.ts';

export const PASSWORD = 'correct horse battery';

export interface TestApp extends Client {
  readonly daybook: Daybook;
  readonly url: string;
  readonly directory: string;
  /** A person of this role, made and signed in. */
  readonly join: (role: Role, name?: string) => Promise<Person>;
  readonly signIn: (email: string, password?: string) => Promise<Person>;
  readonly admin: Person;
  readonly events: (stream: StreamName) => Promise<readonly DomainEvent[]>;
  readonly stop: () => Promise<void>;
}

const FIRST = { name: 'Ada Admin', email: 'ada@example.org', password: PASSWORD };

async function composed(settings: Sent, directory: string): Promise<Daybook> {
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    RATE_LIMIT_REQUESTS: '1000000',
    RATE_LIMIT_SIGN_IN: '1000000',
    ...settings,
  });
  const daybook = await compose({ config, log: createLog(config.LOG_LEVEL) });
  await daybook.projector.caughtUp;
  return daybook;
}

/** Daybook on a free port with embedded stores in a directory of its own, as `npm start` runs it but for the portal. */
export async function startApp(settings: Sent = {}, directory = newDirectory()): Promise<TestApp> {
  const daybook = await composed(settings, directory);
  const { url } = daybook;
  const client = clientAt(url);
  const signIn = async (email: string, password = PASSWORD): Promise<Person> =>
    personOf(url, await client.post('/api/auth/login', { email, password }));

  const setup = (await client.get('/api/auth/setup')).body.needed;
  const admin = setup
    ? personOf(url, await client.post('/api/auth/setup', FIRST))
    : await signIn(FIRST.email);

  let made = 0;
  const joinAs = async (role: Role, name = `${role} ${(made += 1)}`): Promise<Person> => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
    const { body, status } = await admin.post('/api/users', { name, email, role, password: PASSWORD });
    if (status !== 201) throw new Error(JSON.stringify(body));
    await daybook.projector.waitFor(BigInt(body.position), 5_000);
    return signIn(email);
  };

  return {
    ...client,
    daybook,
    url,
    directory,
    admin,
    signIn,
    join: joinAs,
    events: async (stream) => Array.fromAsync(daybook.journal.readStream(stream)),
    stop: async () => {
      await daybook.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'daybook-http-'));

/** Resolves once the tables hold all that has been done. */
export const upToDate = ({ daybook }: TestApp): Promise<boolean> =>
  daybook.projector.waitFor(daybook.ends(), 5_000);
