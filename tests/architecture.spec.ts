import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf, type Violation } from './architecture/cruise.ts';
import { GROUND, LEAKS, LEGAL } from './architecture/leaks.ts';
import { faultsOf, plantedFaults, productFiles } from './architecture/source.ts';

const ROOT = join(import.meta.dirname, '..');

function write(root: string, file: string, source: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), source);
}

describe('the house', () => {
  test('holds its import rules', async () => {
    const { violations, modules } = await violationsOf(ROOT);
    expect(modules).toBeGreaterThan(40);
    expect(violations).toEqual([]);
  }, 120_000);

  test('holds its rules of size, purity and configuration', () => {
    const files = productFiles(ROOT);
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => faultsOf(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});

describe('a leak', () => {
  const root = mkdtempSync(join(tmpdir(), 'daybook-leaks-'));
  let found: readonly Violation[];

  beforeAll(async () => {
    for (const file of ['package.json', 'tsconfig.json'])
      write(root, file, readFileSync(join(ROOT, file), 'utf8'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    for (const file of GROUND) write(root, file, 'export const stands = true;\n');
    for (const { file, source } of [...LEGAL, ...LEAKS]) write(root, file, source);
    found = (await violationsOf(root)).violations;
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.for(LEAKS.map(({ file, rule }) => [file, rule] as const))('%s is caught by %s', ([file, rule]) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule);
  });

  test('is not seen where the table allows an import', () => {
    expect(found.filter(({ from }) => !LEAKS.some(({ file }) => file === from))).toEqual([]);
  });
});

describe('a fault in a file', () => {
  test.for(plantedFaults)('%s in %s is caught', ([fault, file, source]) => {
    expect(faultsOf(file, source)).toEqual([expect.stringContaining(fault)]);
  });
});
