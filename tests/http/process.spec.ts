import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonEvent } from '@eventstore/db-client';
import { afterEach, describe, expect, it } from 'vitest';
import { newDirectory, PASSWORD, startApp } from '#tests/support/app.ts';
import { clientAt } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';
import { collect, connect } from '#tests/support/embedded.ts';
import { freePort } from '#tests/support/freePort.ts';
import { startProduct } from '#tests/support/product.ts';

const directories: string[] = [];
const children: ChildProcess[] = [];
const directory = (): string => {
  const made = newDirectory();
  directories.push(made);
  return made;
};
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const made of directories.splice(0)) rmSync(made, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the command line to its end. */
async function daybook(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['cli/daybook.ts', ...args], {
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...environment },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output };
}

describe('daybook start', () => {
  it('refuses a data directory that another process uses, and says what to do', async () => {
    const DATA_DIR = directory();
    const first = await startProduct({ directory: DATA_DIR, environment: { LOG_LEVEL: 'silent' } });
    const second = await daybook(['start'], { DATA_DIR, PORT: String(await freePort()) });
    await first.stop();
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/in use by another process.*another data directory/);
    expect(second.output).not.toMatch(/\n\s+at /);
  });

  it('refuses settings that are wrong, each by its name', async () => {
    const { code, output } = await daybook(['start'], {
      PORT: 'many',
      LOG_LEVEL: 'loud',
      DATA_DIR: directory(),
    });
    expect(code).toBe(1);
    expect(output).toMatch(/^ {2}PORT: /m);
    expect(output).toMatch(/^ {2}LOG_LEVEL: /m);
  });

  it('answers what is under way when it is told to stop, loses nothing, and starts again with all of it', async () => {
    const DATA_DIR = directory();
    const options = { directory: DATA_DIR, environment: { LOG_LEVEL: 'silent' } };
    const first = await startProduct(options);
    const client = clientAt(first.origin);
    const applicant = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    const { body } = await client.post('/api/auth/setup', applicant);
    const ada = clientAt(first.origin, { authorization: `Bearer ${body.accessToken}`, connection: 'close' });
    const underWay = Array.from({ length: 30 }, (_, n) => ada.post('/api/rooms', { name: `Room ${n}` }));
    await Promise.race(underWay);
    await first.stop();
    const answers = await Promise.allSettled(underWay);
    const made = answers.flatMap((one) =>
      one.status === 'fulfilled' && one.value.status === 201 ? [one.value.body.id] : [],
    );
    expect(made.length).toBeGreaterThan(0);

    const again = await startProduct(options);
    const back = clientAt(again.origin);
    const signedIn = await back.post('/api/auth/login', { email: applicant.email, password: PASSWORD });
    const rooms = await back.get('/api/rooms?limit=500', {
      authorization: `Bearer ${signedIn.body.accessToken}`,
    });
    await again.stop();
    expect(rooms.body.items.map(({ roomId }) => roomId)).toEqual(expect.arrayContaining(made));
  });
});

describe('daybook verify, rebuild and help', () => {
  it('check the journal and make tables anew', async () => {
    const DATA_DIR = directory();
    const app = await startApp({}, DATA_DIR);
    await app.daybook.stop();
    const verified = await daybook(['verify', '--data', DATA_DIR]);
    expect([verified.code, verified.output]).toEqual([
      0,
      expect.stringMatching(/\d+ events in \d+ streams, 0 faults/),
    ]);
    const rebuilt = await daybook(['rebuild', 'users'], { DATA_DIR });
    expect([rebuilt.code, rebuilt.output]).toEqual([0, expect.stringContaining('users has been made anew')]);
    const unknown = await daybook(['rebuild', 'nothing'], { DATA_DIR });
    expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining('ticket_queue')]);
    const missing = await daybook(['verify', '--data', directory()]);
    expect(missing.code).toBe(1);
    expect((await daybook(['help'])).output).toContain('daybook <command>');
  });
});

describe('daybook', () => {
  it('says which command or option it does not know, and which port is none', async () => {
    const nonsense = await daybook(['nonsense']);
    expect([nonsense.code, nonsense.output]).toEqual([1, expect.stringContaining('no command nonsense')]);
    const option = await daybook(['start', '--colour']);
    expect([option.code, option.output]).toEqual([1, expect.stringMatching(/^Unknown option '--colour'/)]);
    const port = await daybook(['eventstore', '--port', 'many', '--data', directory()]);
    expect([port.code, port.output]).toEqual([1, expect.stringMatching(/^--port is a number/)]);
    for (const { output } of [nonsense, option, port]) expect(output).not.toMatch(/\n\s+at /);
  });

  it('serves the journal alone, to the official client, until it is told to stop', async () => {
    const port = await freePort();
    const args = ['cli/daybook.ts', 'eventstore', '--port', String(port)];
    const child = spawn(process.execPath, args, { env: { ...process.env, DATA_DIR: directory() } });
    children.push(child);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(line.toString()).toContain(`esdb://127.0.0.1:${port}?tls=false`);
    const client = connect(`127.0.0.1:${port}`);
    await client.appendToStream('notes-1', jsonEvent({ type: 'Noted', data: { text: 'kept' } }));
    const read = await collect(client.readStream('notes-1'));
    expect(read.map(({ event }) => event?.data)).toEqual([{ text: 'kept' }]);
    await client.dispose();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('refuses a damaged journal, and says where and what to do', async () => {
    const DATA_DIR = directory();
    const app = await startApp({}, DATA_DIR);
    await report(app.admin, await openRoom(app, 'Observatory'));
    await app.daybook.stop();
    const file = join(DATA_DIR, 'journal.db');
    const bytes = readFileSync(file);
    const at = bytes.lastIndexOf('Observatory');
    bytes[at] = 0x20;
    writeFileSync(file, bytes);
    const verified = await daybook(['verify'], { DATA_DIR });
    expect([verified.code, verified.output]).toEqual([
      1,
      expect.stringMatching(/FAULT .*fails its checksum/),
    ]);
    const started = await daybook(['start'], { DATA_DIR, PORT: String(await freePort()) });
    expect([started.code, started.output]).toEqual([1, expect.stringMatching(/[Rr]estore it from a backup/)]);
    expect(started.output).not.toMatch(/\n\s+at /);
  });
});

describe('Those who run the desk', () => {
  it('see whether it is alive and ready, and what it does', async () => {
    const app = await startApp({ METRICS_TOKEN: 'a token of sixteen' });
    expect((await app.get('/healthz')).body).toEqual({ alive: true });
    expect((await app.get('/readyz')).body).toMatchObject({
      ready: true,
      journal: { ok: true },
      database: { ok: true },
    });
    expect((await app.get('/metrics')).status).toBe(401);
    await app.admin.get('/api/tickets');
    const { body } = await app.get('/metrics', { authorization: 'Bearer a token of sixteen' });
    const metrics = body as unknown as string;
    expect(metrics).toMatch(
      /daybook_http_request_seconds_count\{method="GET",route="\/api\/tickets",status="200"\} 1/,
    );
    expect(metrics).toMatch(/daybook_events_appended_total [1-9]/);
    expect(metrics).toMatch(/daybook_position \d+/);
    expect(metrics).toMatch(/daybook_projection_faulted\{projection="ticket_queue"\} 0/);
    expect((await app.admin.post('/api/projections/rooms/rebuild')).status).toBe(202);
    expect((await app.admin.post('/api/projections/nothing/rebuild')).status).toBe(404);
    await app.stop();
  });
});
