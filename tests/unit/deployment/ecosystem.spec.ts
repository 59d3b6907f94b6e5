import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configKeys } from '#api/config.ts';
import packageJson from '../../../package.json' with { type: 'json' };

const FILE = 'ecosystem.config.cjs';
const app = z.object({
  name: z.string(),
  script: z.string(),
  args: z.string(),
  cwd: z.string(),
  interpreter: z.string(),
  exec_mode: z.literal('cluster'),
  instances: z.int(),
  kill_timeout: z.int(),
  env: z.record(z.string(), z.string()),
});
const read = (): z.infer<typeof app> => {
  const { apps } = z
    .object({ apps: z.array(app).length(1) })
    .parse(createRequire(import.meta.url)(join(process.cwd(), FILE)));
  return app.parse(apps[0]);
};
/** What PM2 takes for a file by its ending where no interpreter is named. */
const byEnding = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync('node_modules/pm2/lib/API/interpreter.json', 'utf8')));

describe('ecosystem.config.cjs', () => {
  it('starts Daybook as npm start does', () => {
    const { script, args, cwd } = read();
    expect(`node ${script} ${args}`).toBe(packageJson.scripts.start);
    expect(existsSync(join(cwd, script))).toBe(true);
  });

  it('names the Node of the package, where PM2 would take another interpreter for TypeScript', () => {
    expect(byEnding['.ts']).not.toBe('node');
    const version = execFileSync(read().interpreter, ['--version']).toString().trim();
    expect(version).toBe(`v${packageJson.dependencies.node}`);
  });

  it('sets and names only settings that there are', () => {
    const known = [...configKeys, 'NODE_ENV', 'DAYBOOK_PROCESSES'];
    const head = readFileSync(FILE, 'utf8');
    const named = [...head.matchAll(/\b([A-Z_]+_URL)=/g)].map(([, name]) => name ?? '');
    expect(named).toEqual(['EVENTSTORE_URL', 'DATABASE_URL', 'VAULT_DATABASE_URL', 'REDIS_URL']);
    expect(known).toEqual(expect.arrayContaining([...named, ...Object.keys(read().env)]));
  });

  it('gives a process that is to end more time than what is under way may take', () => {
    expect(read().kill_timeout).toBeGreaterThan(10_000);
  });
});
