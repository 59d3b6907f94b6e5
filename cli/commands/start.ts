import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { serve, type ServeOptions } from '#api/main.ts';
import { alone } from './alone.ts';
import { PortalFault, portalIsUpToDate } from './portalBuild.ts';

type Print = (line: string) => void;

const ROOT = join(import.meta.dirname, '../..');

async function build(print: Print): Promise<void> {
  print('Building the portal; this is done once for each version.');
  const npm = spawn('npm', ['run', 'build', '-w', 'web'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new PortalFault('The portal could not be built; see `npm run build`.');
}

/** Builds the portal where that has not been done since it was changed. */
async function buildPortal(print: Print): Promise<void> {
  if (await portalIsUpToDate(ROOT)) return;
  const unbuilt = async (): Promise<void> => {
    if (!(await portalIsUpToDate(ROOT))) await build(print);
  };
  await alone(ROOT, unbuilt, { print });
}

export async function start(print: Print, options: Omit<ServeOptions, 'print'> = {}): Promise<void> {
  await buildPortal(print);
  await serve({ ...options, print });
}
