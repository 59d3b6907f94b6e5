import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { z } from 'zod';
import type { Role } from '#domain/role.ts';
import { findChromium, required } from '#tests/setup/needs.ts';
import { startProduct } from '#tests/support/product.ts';
import { waitUntilAlive } from './alive.ts';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const FAILURES = join(import.meta.dirname, '../../.cache/failures');
const PASSWORD = 'a password for the stage';
const created = z.object({ id: z.string() });
const signedIn = z.object({ accessToken: z.string(), user: z.object({ userId: z.string() }) });

export const phone: BrowserContextOptions = { ...devices['Pixel 7'] };
export const desktop: BrowserContextOptions = { viewport: { width: 1360, height: 860 } };

/** The product on an empty data directory, with people, rooms and a category, and a real Chromium. */
export interface Stage {
  readonly origin: string;
  readonly people: Readonly<Record<'ada' | 'kim' | 'lee' | 'ana' | 'audrey', Account>>;
  readonly room: string;
  readonly category: string;
  readonly password: string;
  /** A browser of its own for a person who has signed in; without one for nobody. */
  readonly open: (person: Account | null, options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** The answer to a signed-in request to the API. */
  readonly api: (person: Account, method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Keeps what every page shows, for whoever looks into a failure. */
export async function picturesOf(name: string, pages: Readonly<Record<string, Page>>): Promise<void> {
  for (const [who, page] of Object.entries(pages))
    await page.screenshot({ path: join(FAILURES, `${name.slice(0, 60)} - ${who}.png`) });
}

async function send(url: string, method: string, body?: unknown, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

const tokenOf = async (origin: string, email: string): Promise<z.infer<typeof signedIn>> =>
  signedIn.parse(await send(`${origin}/api/auth/login`, 'POST', { email, password: PASSWORD }));

async function firstAdministrator(origin: string): Promise<Account> {
  const person = { name: 'Ada Alder', email: 'ada@stage.example' };
  await send(`${origin}/api/auth/setup`, 'POST', { ...person, password: PASSWORD });
  const { user } = await tokenOf(origin, person.email);
  return { ...person, id: user.userId, role: 'admin' };
}

/** `settings`: more of the environment than the least. */
export async function setStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), 'daybook-stage-'));
  const product = await startProduct({ directory, environment: { LOG_LEVEL: 'error', ...settings } });
  const { origin } = product;
  const executablePath = required(findChromium, 'Chromium');
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

  const tokens = new Map<string, string>();
  const token = async ({ email }: Pick<Account, 'email'>): Promise<string> => {
    const known = tokens.get(email) ?? (await tokenOf(origin, email)).accessToken;
    tokens.set(email, known);
    return known;
  };
  const api: Stage['api'] = async (person, method, path, body) =>
    send(`${origin}/api${path}`, method, body, await token(person));
  const ada = await firstAdministrator(origin);
  const create = async (path: string, body: unknown): Promise<string> =>
    created.parse(await api(ada, 'POST', path, body)).id;
  const person = async (name: string, role: Role): Promise<Account> => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@stage.example`;
    return { id: await create('/users', { name, email, role, password: PASSWORD }), name, email, role };
  };

  const people = {
    ada,
    kim: await person('Kim Larsen', 'technician'),
    lee: await person('Lee Okoro', 'technician'),
    ana: await person('Ana Hart', 'requester'),
    audrey: await person('Audrey Finch', 'auditor'),
  };
  const room = 'Lecture Theatre A';
  const category = 'Projectors';
  await create('/rooms', { name: room, building: 'Science Block', floor: 'Ground' });
  await create('/rooms', { name: 'Library Desk', building: 'Library', floor: 'Ground' });
  await create('/categories', { kind: 'ticket', name: category });

  return {
    ...{ origin, people, room, category, api, password: PASSWORD },
    async open(who, options = desktop) {
      const context = await browser.newContext({ ...options, baseURL: origin, locale: 'en-GB' });
      if (options.javaScriptEnabled !== false) waitUntilAlive(context);
      if (who) {
        const data = { email: who.email, password: PASSWORD };
        const answer = await context.request.post('/api/auth/login', { data });
        if (!answer.ok()) throw new Error(`${who.name} could not sign in: ${answer.status()}`);
      }
      return context;
    },
    async stop() {
      await browser.close();
      await product.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
