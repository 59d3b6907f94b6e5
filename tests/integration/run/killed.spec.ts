import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamOf } from '#domain/ids.ts';
import { DESK } from '#domain/role.ts';
import {
  done,
  eventsOf,
  openedTicket,
  startTestDesk,
  ticketCommands,
  type TestDesk,
} from '#tests/support/journal.ts';
import { startRelay, type Relay } from '#tests/support/relay.ts';

let desk: TestDesk;
let relay: Relay;
beforeAll(async () => {
  desk = await startTestDesk();
  relay = await startRelay(desk.embedded.directory, desk.embedded.address);
});
afterAll(async () => {
  await relay.stop();
  await desk.stop();
});

test('a command whose process is killed between append and answer, repeated with its key, yields one event', async () => {
  const id = await openedTicket(desk.runner);
  const stream = streamOf('ticket', id);
  const commandId = randomUUID();
  const script = join(import.meta.dirname, 'child.ts');
  const vault = join(desk.embedded.directory, 'vault.db');
  const child = spawn(process.execPath, [script, relay.address, vault, id, commandId], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => said.push(bytes.toString()));
  try {
    await expect.poll(() => said.join(''), { timeout: 15_000 }).toBe('ready\n');
    relay.swallow();
    child.stdin.write('go\n');
    await expect.poll(() => eventsOf(desk.journal, stream), { timeout: 15_000 }).toHaveLength(3);
  } finally {
    child.kill('SIGKILL');
  }
  await once(child, 'exit');
  expect(said.join('')).toBe('ready\n');

  const request = { id, input: { text: 'Look' }, actor: DESK, commandId };
  const outcome = done(await desk.runner.run(ticketCommands.addChecklistItem, request));
  const [, , event, ...more] = await eventsOf(desk.journal, stream);
  expect(more).toEqual([]);
  expect(outcome).toMatchObject({
    revision: 2n,
    position: event?.position,
    events: ['ChecklistItemAdded'],
  });
});
