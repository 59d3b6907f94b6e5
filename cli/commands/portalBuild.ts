import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';

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

/** Why there is no portal to serve; the message says what to do. */
export class PortalFault extends Error {
  override readonly name = 'PortalFault';
}
