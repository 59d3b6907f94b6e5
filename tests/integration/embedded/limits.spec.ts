import { binaryEvent } from '@eventstore/db-client';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import { collect, connect, events, startTestJournal, temporaryDirectory } from '#tests/support/embedded.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const blob = (bytes: number) => binaryEvent({ type: 'Blob', data: randomBytes(bytes) });
const FULL = /disk of the journal is full/;

describe('one append', () => {
  it('holds at most 1 MiB of events', async () => {
    const journal = await startTestJournal();
    undo.push(journal.stop);
    const { client } = journal;
    await expect(client.appendToStream('ticket-1', blob(1024 * 1024))).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1024 * 1024,
    });
    await expect(client.appendToStream('ticket-1', [blob(600_000), blob(600_000)])).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
    const large = blob(1024 * 1024 - 8);
    expect((await client.appendToStream('ticket-1', large)).nextExpectedRevision).toBe(0n);
    const [read] = await collect(client.readStream('ticket-1'));
    expect(Buffer.from(read?.event?.data as Uint8Array).equals(large.data)).toBe(true);
  });

  it('of several MiB in one message is refused as well, and the stream of appends goes on', async () => {
    const journal = await startTestJournal();
    undo.push(journal.stop);
    const [large, small] = await Promise.allSettled([
      journal.client.appendToStream('ticket-1', blob(8 * 1024 * 1024)),
      journal.client.appendToStream('ticket-2', events(1)),
    ]);
    expect(large).toMatchObject({ reason: { type: 'maximum-append-size-exceeded' } });
    expect(small.status).toBe('fulfilled');
  });

  it('may hold many events', async () => {
    const journal = await startTestJournal();
    undo.push(journal.stop);
    const { nextExpectedRevision } = await journal.client.appendToStream('ticket-1', events(5000));
    expect(nextExpectedRevision).toBe(4999n);
    expect(await collect(journal.client.readAll())).toHaveLength(5000);
  });
});

describe('a full disk', () => {
  async function fill(append: () => Promise<unknown>): Promise<Error> {
    for (;;) {
      const failure = await append().then(
        () => undefined,
        (error: unknown) => error as Error,
      );
      if (failure) return failure;
    }
  }

  it('refuses appends, keeps what was acknowledged, and goes on reading', async () => {
    const journal = await startTestJournal({ maxPages: 200 });
    undo.push(journal.stop);
    let acknowledged = 0;
    const refusal = await fill(async () => {
      await journal.client.appendToStream('ticket-1', blob(20_000));
      acknowledged += 1;
    });
    expect(refusal.message).toMatch(FULL);
    expect(acknowledged).toBeGreaterThan(10);
    expect(await collect(journal.client.readStream('ticket-1'))).toHaveLength(acknowledged);
    await expect(journal.client.tombstoneStream('ticket-2')).resolves.toBeDefined();
    await expect(journal.client.appendToStream('ticket-1', blob(100_000))).rejects.toThrow(FULL);
    expect((await collect(journal.client.readAll())).length).toBe(acknowledged + 1);
  });

  it('refuses all appends of a group together, and numbers the next without a gap', async () => {
    const journal = await startTestJournal({ maxPages: 200 });
    undo.push(journal.stop);
    const { client } = journal;
    const large = Array.from({ length: 40 }, (_, n) => client.appendToStream(`ticket-${n}`, blob(50_000)));
    const results = await Promise.allSettled(large);
    const written = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(written.length).toBeLessThan(40);
    const { position } = await client.appendToStream('ticket-small', events(1));
    expect(position?.commit).toBe(BigInt(written.length + 1));
  });

  const mayMount = process.getuid?.() === 0;

  /** A file system of its own: real ENOSPC. */
  function mountSmall(): string {
    const directory = temporaryDirectory();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', directory]);
    undo.push(() => {
      execFileSync('umount', [directory]);
      rmSync(directory, { recursive: true });
    });
    return directory;
  }

  it.runIf(mayMount)('takes appends again when there is space again', async () => {
    const directory = mountSmall();
    const server = await startEmbedded({
      file: join(directory, 'journal.db'),
      listen: { host: '127.0.0.1', port: 0 },
    });
    const client = connect(server.address);
    undo.push(server.stop, () => client.dispose());
    await client.appendToStream('ticket-1', events(10));
    const { bavail, bsize } = statfsSync(directory);
    writeFileSync(join(directory, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 200_000)));
    const refusal = await fill(() => client.appendToStream('ticket-2', blob(30_000)));
    expect(refusal.message).toMatch(FULL);
    expect(await collect(client.readStream('ticket-1'))).toHaveLength(10);
    rmSync(join(directory, 'ballast'));
    expect((await client.appendToStream('ticket-1', events(1))).nextExpectedRevision).toBe(10n);
  });
});
