import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/freePort.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Asking takes the product's time too, so the longer it is waited for the less often. */
const POLL_MS = 10;
const POLLED_IN_A_WAIT = 100;

/** Daybook as users start it, in a process of its own. */
export interface Product {
  readonly origin: string;
  /** Milliseconds from the start of the process to the first 200 of `/readyz`. */
  readonly readyAfter: number;
  /** The largest amount of memory that the process has had, in bytes. */
  readonly peakMemory: () => number;
  readonly stop: () => Promise<void>;
}

interface Options {
  /** Of the command line; `start` when not given. */
  readonly command?: 'start' | 'demo';
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly readyWithinMs?: number;
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

async function ready(origin: string, product: ChildProcess, withinMs: number): Promise<number> {
  const started = performance.now();
  while (!(await isReady(origin))) {
    if (product.exitCode !== null) throw new Error(`daybook ended with ${product.exitCode}`);
    if (performance.now() - started > withinMs) throw new Error('daybook was not ready in time');
    await pause(Math.max(POLL_MS, (performance.now() - started) / POLLED_IN_A_WAIT));
  }
  return performance.now() - started;
}

/** VmHWM of proc_pid_status(5). */
function peakMemory(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Starts the product with everything on; only its rate limits are raised, and its log is thrown away. */
export async function startProduct({
  command = 'start',
  directory,
  environment,
  readyWithinMs = 60_000,
}: Options): Promise<Product> {
  const port = await freePort();
  const env = {
    ...process.env,
    ...{ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: directory },
    ...{ RATE_LIMIT_REQUESTS: '1000000000', RATE_LIMIT_SIGN_IN: '1000000000' },
    ...environment,
  };
  const product = spawn(process.execPath, ['cli/daybook.ts', command], {
    ...{ cwd: ROOT, env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => product.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    product.kill('SIGTERM');
    await ended;
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    const readyAfter = await ready(origin, product, readyWithinMs);
    return { origin, readyAfter, stop, peakMemory: () => peakMemory(product.pid ?? 0) };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
