import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { serve, type ServeOptions } from '#api/main.ts';
import { portalIsBuilt } from '#api/portal.ts';

type Print = (line: string) => void;

/** Builds the portal where that has not been done. */
export async function buildPortal(print: Print): Promise<void> {
  if (await portalIsBuilt()) return;
  print('Building the portal; this is done once.');
  const npm = spawn('npm', ['run', 'build', '-w', 'web'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The portal could not be built; see `npm run build`.');
}

export async function start(print: Print, options: Omit<ServeOptions, 'print'> = {}): Promise<void> {
  await buildPortal(print);
  await serve({ ...options, print });
}
