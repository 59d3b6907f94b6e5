import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Killable {
  readonly url: string;
  readonly kill: () => Promise<void>;
}

/** A desk without its portal in a process of its own, with the data of a folder; it can be killed in the midst of its work. */
export async function startKillable(directory: string): Promise<Killable> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'servedApart.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const said = once(child.stdout, 'data') as Promise<[Buffer]>;
  const [first] = await Promise.race([
    said,
    ended.then((): never => {
      throw new Error('It ended before it served.');
    }),
  ]);
  return { url: first.toString().trim(), kill };
}
