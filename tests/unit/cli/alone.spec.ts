import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alone } from '#cli/commands/alone.ts';

let root: string;
let printed: string[];
const print = (line: string): void => void printed.push(line);
beforeEach(() => {
  printed = [];
  root = mkdtempSync(join(tmpdir(), 'daybook-alone-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

const nothing = (): Promise<void> => Promise.resolve();

describe('The portal', () => {
  it('is built by one of those who start together, one after the other', async () => {
    const told: string[] = [];
    const first = Promise.withResolvers<undefined>();
    const build = (name: string, until?: Promise<undefined>): Promise<void> =>
      alone(
        root,
        async () => {
          told.push(`${name} begins`);
          await until;
          told.push(`${name} ends`);
        },
        { print },
      );
    const building = [build('first', first.promise)];
    await expect.poll(() => told).toEqual(['first begins']);
    building.push(build('second'));
    await expect.poll(() => printed).toEqual(['Another process is building the portal; waiting for it.']);
    first.resolve(undefined);
    await Promise.all(building);
    expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(printed).toHaveLength(1);
  });

  it('is built next by others when one could not', async () => {
    const failing = alone(root, () => Promise.reject(new Error('no space')), { print });
    await expect(failing).rejects.toThrow('no space');
    expect(await alone(root, () => Promise.resolve('built'), { print })).toBe('built');
    expect(printed).toEqual([]);
  });

  it('is not waited for without end where another process does not finish it', async () => {
    const other = Promise.withResolvers<undefined>();
    const building = alone(root, () => other.promise, { print });
    const waiting = alone(root, nothing, { print, patienceMs: 1 });
    await expect(waiting).rejects.toThrow('Another process has not come to the end of building the portal.');
    other.resolve(undefined);
    await building;
  });

  it('is said at once not to be built where that cannot be', async () => {
    rmSync(join(root, 'node_modules'), { recursive: true });
    await expect(alone(root, nothing, { print })).rejects.toThrow('The portal cannot be built, as ');
    expect(printed).toEqual([]);
  });

  it('is said at once not to be built where something else stands in its place', async () => {
    writeFileSync(join(root, 'node_modules', '.daybook-portal.lock'), 'no lock of ours'.repeat(100));
    await expect(alone(root, nothing, { print })).rejects.toThrow('.daybook-portal.lock cannot be written');
    expect(printed).toEqual([]);
  });
});
