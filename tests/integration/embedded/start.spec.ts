import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveEmbedded } from '#eventstore/embedded/serve.ts';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import {
  collect,
  connect,
  event,
  events,
  startTestJournal,
  temporaryDirectory,
} from '#tests/support/embedded.ts';

const LOOPBACK = { host: '127.0.0.1', port: 0 };
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const pathOf = (address: string): string => address.replace('unix:', '');

function eraseAllButHeader(file: string): void {
  const descriptor = openSync(file, 'r+');
  const length = statSync(file).size - 4096;
  writeSync(descriptor, Buffer.alloc(length), 0, length, 4096);
  closeSync(descriptor);
}

async function works(address: string): Promise<void> {
  const client = connect(address);
  await client.appendToStream('ticket-1', event(1));
  expect((await collect(client.readAll())).length).toBeGreaterThan(0);
  await client.dispose();
}

describe('the embedded server', () => {
  it('listens on a unix socket that is its owner’s alone, in place of a stale one', async () => {
    const directory = temporaryDirectory();
    const socket = join(directory, 'journal.sock');
    writeFileSync(socket, 'stale');
    const server = await startEmbedded({ file: join(directory, 'journal.db'), listen: { socket } });
    expect(server.address).toBe(`unix:${socket}`);
    expect(statSync(socket).isSocket()).toBe(true);
    expect(mode(socket)).toBe('600');
    await works(server.address);
    await server.stop();
    expect(() => statSync(socket)).toThrow('ENOENT');
  });

  it('takes a short path of its own when the one asked for is too long for a socket', async () => {
    const directory = join(temporaryDirectory(), 'd'.repeat(100));
    mkdirSync(directory);
    const server = await startEmbedded({
      file: join(directory, 'journal.db'),
      listen: { socket: join(directory, 's') },
    });
    const path = pathOf(server.address);
    expect(path.length).toBeLessThan(100);
    expect([mode(path), mode(dirname(path))]).toEqual(['600', '700']);
    await works(server.address);
    await server.stop();
    expect(() => statSync(dirname(path))).toThrow('ENOENT');
  });

  it('listens on a free loopback port', async () => {
    const server = await startEmbedded({ file: join(temporaryDirectory(), 'journal.db'), listen: LOOPBACK });
    expect(server.address).toMatch(/^127\.0\.0\.1:[1-9][0-9]+$/);
    await works(server.address);
    await server.stop();
  });

  it('serves in the thread of its caller as well', async () => {
    const server = await serveEmbedded({ file: join(temporaryDirectory(), 'journal.db'), listen: LOOPBACK });
    await works(server.address);
    await server.stop();
  });

  it('says so when the port is taken, and lets go of the file', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const file = join(temporaryDirectory(), 'journal.db');
    await expect(startEmbedded({ file, listen: { ...LOOPBACK, port } })).rejects.toThrow(/EADDRINUSE/);
    const server = await startEmbedded({ file, listen: LOOPBACK });
    await server.stop();
    other.close();
  });

  it('says so when its directory is missing', async () => {
    const file = join(temporaryDirectory(), 'nowhere', 'journal.db');
    await expect(startEmbedded({ file, listen: LOOPBACK })).rejects.toThrow(/directory is missing/);
  });

  it('keeps a second server from its file, in this process and in others, until it stops', async () => {
    const journal = await startTestJournal();
    const again = { file: journal.file, listen: LOOPBACK };
    await expect(startEmbedded(again)).rejects.toThrow(/in use by another process/);
    const script = new URL('./child.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [script, journal.file, join(journal.directory, 'other')]);
    const [complaint] = (await once(child.stderr, 'data')) as [Buffer];
    expect(complaint.toString()).toContain('in use by another process');
    await works(journal.address);
    await journal.server.stop();
    const next = await startEmbedded(again);
    await works(next.address);
    await next.stop();
  });

  it('tells when its file fails it, and ends its streams', async () => {
    const journal = await startTestJournal();
    await journal.client.appendToStream('ticket-1', events(100));
    await journal.restart();
    const client = connect(journal.address);
    const subscription = client.subscribeToAll({ fromPosition: 'end' });
    const broken = new Promise((resolve) => subscription.once('error', resolve));
    await new Promise((resolve) => subscription.once('caughtUp', () => resolve(undefined)));
    eraseAllButHeader(journal.file);
    await expect(client.appendToStream('ticket-2', event(1))).rejects.toThrow(/malformed|UNAVAILABLE/);
    expect((await journal.server.failed).message).toMatch(/malformed/);
    expect(await broken).toMatchObject({ type: 'unavailable' });
    await expect(client.appendToStream('ticket-3', event(1))).rejects.toThrow(/could not be written/);
    await client.dispose();
    await journal.stop();
  });

  it('goes on at the end of a long journal', async () => {
    const journal = await startTestJournal();
    for (let n = 0; n < 20; n += 1) await journal.client.appendToStream(`ticket-${n}`, events(5000));
    await journal.restart();
    expect(
      await collect(journal.client.readAll({ maxCount: 1, direction: 'backwards', fromPosition: 'end' })),
    ).toMatchObject([{ event: { position: { commit: 100_000n } } }]);
    await journal.stop();
  });
});
