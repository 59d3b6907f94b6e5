import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Runner } from '#commands/run.ts';
import { runDemo, type DemoDeps } from '#cli/demo/runDemo.ts';
import { signIns } from '#cli/demo/people.ts';
import { policy, startTestDesk, type TestDesk } from '#tests/support/journal.ts';

const NOW = Date.now();
const scale = { tickets: 60, days: 45 };

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

interface Run {
  readonly deps: DemoDeps;
  readonly pictures: Map<string, Buffer>;
  readonly passwords: string[];
  readonly said: string[];
}

function aRun(runner: Runner, now = NOW): Run {
  const [pictures, passwords, said] = [new Map<string, Buffer>(), [] as string[], [] as string[]];
  const deps: DemoDeps = {
    directory: join(desk.embedded.directory, 'demo'),
    ...{ runner, policy, scale, now: () => now },
    setPassword: (userId) => Promise.resolve(void passwords.push(userId)),
    savePicture: (imageId, png) => Promise.resolve(void pictures.set(imageId, png)),
    log: (line) => said.push(line),
  };
  return { deps, pictures, passwords, said };
}

/** As when the power goes in the middle. */
function breakingAfter(commands: number): Runner {
  let left = commands;
  return {
    ...desk.runner,
    run: (command, request) =>
      left-- > 0 ? desk.runner.run(command, request) : Promise.reject(new Error('the power is gone')),
  };
}

const stored = () => Array.fromAsync(desk.journal.readAll(null));

describe('the demo', () => {
  test('goes on where it was broken off, and does nothing when it is there', async () => {
    await expect(runDemo(aRun(breakingAfter(400)).deps)).rejects.toThrow('the power is gone');
    const half = await stored();
    expect(half.length).toBeGreaterThan(300);

    const second = aRun(desk.runner, NOW + 3_600_000);
    const made = await runDemo(second.deps);
    const whole = await stored();
    expect(whole.length).toBeGreaterThan(half.length);
    expect(new Set(whole.map(({ eventId }) => eventId)).size).toBe(whole.length);
    expect(made.position).toBe(whole.at(-1)?.position);
    expect(made.signIns.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['admin', 'technician', 'auditor', 'requester']),
    );
    expect(second.passwords).toEqual(signIns.map(({ id }) => id));

    const third = aRun(desk.runner);
    expect(await runDemo(third.deps)).toEqual(made);
    expect(await stored()).toHaveLength(whole.length);
    expect(third.said).toEqual([]);
  });

  test('numbers its tickets in the order in which they were opened', async () => {
    const opened = (await stored()).filter(({ type }) => type === 'TicketOpened');
    const numbers = opened
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map(({ data }) => (data as { number: number }).number);
    expect(numbers).toEqual(Array.from({ length: scale.tickets }, (_, n) => n + 1));
  });

  test('has every picture that its tickets name', async () => {
    const { deps, pictures } = aRun(desk.runner);
    await runDemo({ ...deps, directory: join(desk.embedded.directory, 'again') });
    const named = (await stored())
      .filter(({ type }) => type === 'ImageAttached')
      .map(({ data }) => (data as { imageId: string }).imageId);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !pictures.has(id))).toEqual([]);
    for (const png of pictures.values()) expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
