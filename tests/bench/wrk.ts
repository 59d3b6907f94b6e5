import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { findWrk, required } from '#tests/setup/needs.ts';

const SCRIPT = join(import.meta.dirname, 'wrk.lua');

const figures = z.object({
  requests: z.number(),
  seconds: z.number(),
  errors: z.number(),
  /** Milliseconds. */
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});
export type Load = z.infer<typeof figures> & { readonly perSecond: number };

export interface LoadOptions {
  readonly origin: string;
  /** `METHOD path [body]`, sent in turn, round and round. */
  readonly requests: readonly string[];
  readonly token?: string;
  readonly connections: number;
  readonly seconds: number;
}

/** Load from a process of its own, a thread of wrk; throws when a single answer was not a success. */
export async function load({
  origin,
  requests,
  token = '',
  connections,
  seconds,
}: LoadOptions): Promise<Load> {
  const directory = mkdtempSync(join(tmpdir(), 'daybook-load-'));
  const file = join(directory, 'requests');
  writeFileSync(file, `${requests.join('\n')}\n`);
  try {
    const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', SCRIPT, origin, '--', file, token];
    const wrk = spawn(required(findWrk, 'wrk'), options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await Promise.all([text(wrk.stdout), once(wrk, 'exit')]);
    const line = said.split('\n').findLast((each) => each.startsWith('{'));
    const measured = figures.parse(JSON.parse(line ?? 'null'));
    if (measured.errors > 0) throw new Error(`${measured.errors} of ${measured.requests} requests failed`);
    return { ...measured, perSecond: measured.requests / measured.seconds };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
