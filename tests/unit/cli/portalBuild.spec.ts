import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portalIsUpToDate } from '#cli/commands/portalBuild.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'daybook-portal-'))));
afterEach(() => rmSync(root, { recursive: true }));

function written(file: string, seconds: number): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, seconds, seconds);
}

describe('The portal', () => {
  it('is not up to date before it is built', async () => {
    written('web/src/app.html', 100);
    expect(await portalIsUpToDate(root)).toBe(false);
  });

  it('is not up to date where a build was cut off', async () => {
    written('web/src/app.html', 100);
    written('web/build/handler.js', 200);
    expect(await portalIsUpToDate(root)).toBe(false);
  });

  it('is up to date when nothing it is made of is newer', async () => {
    written('web/src/app.html', 100);
    written('web/build/complete', 200);
    expect(await portalIsUpToDate(root)).toBe(true);
  });

  it.each(['web/src/lib/a.svelte', 'web/vite.config.ts', 'api/contract/rows.ts', 'domain/ids.ts'])(
    'is built again after %s was changed',
    async (file) => {
      written('web/build/complete', 200);
      written(file, 300);
      expect(await portalIsUpToDate(root)).toBe(false);
    },
  );
});
