import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Daybook } from '#api/compose.ts';
import { readConfig } from '#api/config.ts';
import { createLog } from '#api/log.ts';
import type {
  BulkDone,
  CountsAnswer,
  Holdings,
  ImageAttached,
  Listed,
  Me,
  ProjectionsAnswer,
  SignedIn,
  TicketAnswer,
  TicketOpened,
} from '#api/contract/answers.ts';
import type { BatchDone } from '#api/contract/batches.ts';
import type { ImportAnswer } from '#api/contract/imports.ts';
import type { EquipmentAnswer, PublicScan, SignatureKept } from '#api/contract/equipment.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { UserRow } from '#api/contract/rows.ts';
import type { SettingsAnswer } from '#api/contract/settings.ts';
import type { StocktakeAnswer } from '#api/contract/stocktakes.ts';
import type { DomainEvent } from '#domain/catalogue.ts';
import type { StreamName } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';

export const PASSWORD = 'correct horse battery';

type BatchSeen = Pick<BatchDone, 'batchId'> & Pick<ImportAnswer, 'importId'>;
type EquipmentSeen = EquipmentAnswer & SignatureKept;

/** Whatever the API answers with: a test knows which of all this it has asked for, and sees whether it is there. */
export type Seen = Required<Problem> &
  TicketOpened &
  ImageAttached &
  SignedIn &
  Omit<Me, 'settings'> &
  SettingsAnswer &
  EquipmentSeen &
  BatchSeen &
  StocktakeAnswer &
  Pick<PublicScan, 'known' | 'mayReport' | 'state'> &
  TicketAnswer &
  BulkDone &
  CountsAnswer &
  ProjectionsAnswer &
  Holdings &
  Omit<Listed<Readonly<Record<string, unknown>>>, 'next'> & {
    readonly next: string | null;
    readonly needed: boolean;
  };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Seen;
}

type Sent = Readonly<Record<string, string>>;

/** Somebody at the API; each request goes out as written and comes back whole. */
export interface Client {
  readonly get: (path: string, headers?: Sent) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Sent) => Promise<Answer>;
  readonly send: (path: string, init: RequestInit) => Promise<Answer>;
}

export interface Person extends Client {
  readonly user: UserRow;
  readonly token: string;
  readonly cookies: Readonly<Record<string, string>>;
}

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

const isJson = (headers: Headers): boolean => /json/.test(headers.get('content-type') ?? '');

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = isJson(response.headers) && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: body as Seen };
}

export function clientAt(url: string, always: Sent = {}): Client {
  const send = async (path: string, init: RequestInit): Promise<Answer> =>
    answerOf(
      await fetch(url + path, {
        redirect: 'manual',
        ...init,
        headers: { ...always, ...(init.headers as Sent) },
      }),
    );
  return {
    send,
    get: (path, headers = {}) => send(path, { method: 'GET', headers }),
    post: (path, body = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}

export const cookiesOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

function personOf(url: string, { body, headers, status }: Answer): Person {
  if (status >= 300) throw new Error(`sign-in failed: ${JSON.stringify(body)}`);
  const token = body.accessToken;
  const client = clientAt(url, { authorization: `Bearer ${token}` });
  return { ...client, token, user: body.user, cookies: cookiesOf(headers) };
}

/** Daybook on a free port with embedded stores in a directory of its own, as `npm start` runs it but for the portal. */
export async function startApp(settings: Sent = {}, directory = newDirectory()): Promise<TestApp> {
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
  const { url } = daybook;
  const client = clientAt(url);
  const signIn = async (email: string, password = PASSWORD): Promise<Person> =>
    personOf(url, await client.post('/api/auth/login', { email, password }));

  const first = { name: 'Ada Admin', email: 'ada@example.org', password: PASSWORD };
  const setup = (await client.get('/api/auth/setup')).body.needed;
  const admin = setup
    ? personOf(url, await client.post('/api/auth/setup', first))
    : await signIn(first.email);

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

/** A room to report problems in. */
export async function openRoom({ admin }: TestApp, name = 'Room 1'): Promise<string> {
  const { body } = await admin.post('/api/rooms', { name });
  return body.id;
}

/** Resolves once the tables hold all that has been done. */
export const upToDate = ({ daybook }: TestApp): Promise<boolean> =>
  daybook.projector.waitFor(daybook.ends(), 5_000);

/** The id in the answer; throws where nothing was made. */
const idOf = ({ status, body }: Answer): string => {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body.id;
};

/** A category that things can be filed in. */
export const makeCategory = async ({ admin }: TestApp, name = `Category ${crypto.randomUUID()}`) =>
  idOf(await admin.post('/api/categories', { kind: 'equipment', name }));

/** A thing in a room; its id. */
export async function registerThing(
  { admin }: TestApp,
  given: {
    readonly roomId: string;
    readonly categoryId: string;
    readonly tag?: string;
    readonly name?: string;
  },
): Promise<string> {
  const tag = crypto.randomUUID();
  return idOf(await admin.post('/api/equipment', { tag, name: 'Thing', ...given }));
}

/** Lends a thing to a person; resolves once the tables know. */
export async function lend(
  { admin, daybook }: TestApp,
  equipmentId: string,
  { user: { userId } }: Person,
  more: { readonly toBeAccepted?: boolean; readonly dueOn?: string } = {},
): Promise<void> {
  const answer = await admin.post(`/api/equipment/${equipmentId}/checkOut`, {
    to: { kind: 'person', userId },
    ...more,
  });
  idOf(answer);
  await daybook.projector.waitFor(BigInt(answer.body.position), 5_000);
}

/** A ticket that this person reports; its id. */
export async function report(
  person: Client,
  roomId: string,
  title = `Broken ${Math.random().toString(36).slice(2)}`,
): Promise<string> {
  const { body, status } = await person.post('/api/tickets', { title, roomId });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}
