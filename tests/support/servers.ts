import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findRedis, required } from '#tests/setup/needs.ts';
import { freePort } from './freePort.ts';

/** A server in a process of its own, that can be ended as a crash does and started again at the same address. */
export interface TestServer {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

async function serverAt(
  port: number,
  url: string,
  [program, ...args]: readonly [string, ...string[]],
): Promise<TestServer> {
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const until = Date.now() + 20_000;
    while (!(await answers(port))) if (Date.now() > until) throw new Error(`${program} does not answer`);
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return { url, start, kill };
}

/** `daybook eventstore`: the embedded journal alone. */
export async function startEventStore(directory: string): Promise<TestServer> {
  const port = await freePort();
  const args = ['cli/daybook.ts', 'eventstore', '--port', String(port), '--data', directory];
  return serverAt(port, `esdb://127.0.0.1:${port}?tls=false`, [process.execPath, ...args]);
}

export async function startRedis(): Promise<TestServer> {
  const port = await freePort();
  const redis = required(findRedis, 'redis-server');
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return serverAt(port, `redis://127.0.0.1:${port}`, [redis, ...args]);
}
