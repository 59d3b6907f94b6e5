import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILD_AND_START_MS = 240_000;
const administrator = {
  name: 'First Administrator',
  email: 'first@example.org',
  password: 'a long first password',
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`first start: ${what}`);
  console.log(`ok  ${what}`);
}

async function ready(origin: string, product: ChildProcess): Promise<void> {
  const end = Date.now() + BUILD_AND_START_MS;
  for (;;) {
    if (product.exitCode !== null) throw new Error(`first start: npm start ended with ${product.exitCode}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (Date.now() > end) throw new Error('first start: not ready in time');
    await pause(250);
  }
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const setupNeeded = async (origin: string): Promise<unknown> =>
  ((await (await fetch(`${origin}/api/auth/setup`)).json()) as { needed: unknown }).needed;

async function walk(origin: string): Promise<void> {
  assert((await setupNeeded(origin)) === true, 'the first start asks for an administrator');
  const first = await fetch(origin, { headers: { accept: 'text/html' } });
  const offer = await first.text();
  assert(first.ok && offer.includes('type="password"'), 'the portal offers to create the administrator');
  assert((await post(`${origin}/api/auth/setup`, administrator)).ok, 'the first administrator is created');
  assert((await setupNeeded(origin)) === false, 'the offer is gone afterwards');
  const page = await fetch(origin, { headers: { accept: 'text/html' } });
  assert(page.ok && (await page.text()).includes('type="password"'), 'the sign-in page answers');
  const { email, password } = administrator;
  const signedIn = await post(`${origin}/api/auth/login`, { email, password });
  assert(signedIn.ok, 'the administrator signs in');
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const me = await fetch(`${origin}/api/auth/me`, { headers: { authorization: `Bearer ${accessToken}` } });
  assert(me.ok && (await me.text()).includes(administrator.name), 'the session knows who signed in');
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.pid === undefined) return;
  const ended = new Promise((resolve) => product.once('exit', resolve));
  process.kill(-product.pid, 'SIGTERM');
  await Promise.race([ended, pause(15_000).then(() => product.pid && process.kill(-product.pid, 'SIGKILL'))]);
}

const place = mkdtempSync(join(tmpdir(), 'daybook-first-start-'));
const house = join(place, 'daybook');
try {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, house], { stdio: 'inherit' });
  execFileSync('npm', ['ci'], { cwd: house, stdio: 'inherit' });
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: join(place, 'data'),
    LOG_LEVEL: 'error',
  };
  const product = spawn('npm', ['start'], { cwd: house, env, stdio: 'inherit', detached: true });
  try {
    const origin = `http://127.0.0.1:${port}`;
    await ready(origin, product);
    assert(true, '/readyz answers');
    await walk(origin);
  } finally {
    await stop(product);
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
