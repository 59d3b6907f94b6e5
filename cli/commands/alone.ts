import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hold, type Hold } from '#eventstore/embedded/file/exclusive.ts';
import { PortalFault } from './portalBuild.ts';

const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 10 * 60_000;

interface Patience {
  /** Says once why nothing happens. */
  readonly print: (line: string) => void;
  readonly patienceMs?: number;
}

function attempt(file: string): Hold | undefined {
  try {
    return hold(file);
  } catch (error) {
    throw new PortalFault(
      `The portal cannot be built, as ${file} cannot be written. Run \`npm ci\` as the user who starts Daybook, and start again.`,
      { cause: error },
    );
  }
}

async function waitFor(file: string, { print, patienceMs = PATIENCE_MS }: Patience): Promise<Hold> {
  print('Another process is building the portal; waiting for it.');
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    await setTimeout(LOOK_AGAIN_MS);
    const held = attempt(file);
    if (held) return held;
  }
  throw new PortalFault(
    'Another process has not come to the end of building the portal. Stop it, and start again.',
  );
}

/**
 * Does work on the portal's files while no other process does, so that several that start together build it once.
 * @throws PortalFault when the folder cannot be written, or the other does not end in time
 */
export async function alone<T>(root: string, work: () => Promise<T>, patience: Patience): Promise<T> {
  const file = join(root, 'node_modules', '.daybook-portal.lock');
  const held = attempt(file) ?? (await waitFor(file, patience));
  return work().finally(held.release);
}
