import { access, constants, glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lockJournal } from '#eventstore/embedded/file/lock.ts';

/** What the portal is made of: its own folder, and what its contract brings with it. */
const SOURCES = ['web/{src,static}/**/*.*', 'web/*.{json,ts,js}', '{api/contract,domain,commands}/**/*.ts'];
/** Written once a build has come to its end. */
const BUILT = 'web/build/complete';

const changedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** Whether the portal was built after the last change of what it is made of. */
export async function portalIsUpToDate(root: string): Promise<boolean> {
  const built = await changedAt(join(root, BUILT));
  if (built === 0) return false;
  for await (const file of glob(SOURCES, { cwd: root }))
    if ((await changedAt(join(root, file))) > built) return false;
  return true;
}

const LOOK_AGAIN_MS = 200;
const LONGEST_MS = 10 * 60_000;

/** Does work on the portal's files while no other process does: several that start together build it once. */
export async function alone<T>(root: string, work: () => Promise<T>): Promise<T> {
  const folder = join(root, 'node_modules');
  await access(folder, constants.W_OK);
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    const lock = attempt(() => lockJournal(join(folder, '.daybook-portal')), until);
    if (lock) return work().finally(lock.release);
    await setTimeout(LOOK_AGAIN_MS);
  }
}

function attempt<T>(take: () => T, until: number): T | undefined {
  try {
    return take();
  } catch (error) {
    if (performance.now() > until) throw error;
    return undefined;
  }
}
