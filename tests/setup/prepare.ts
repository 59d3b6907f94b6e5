import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from './needs.ts';
import { provide } from './provide.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const newest = (files: readonly string[]): number =>
  Math.max(0, ...files.map((file) => statSync(join(ROOT, file)).mtimeMs));

/** The portal was not built, or one of its sources is newer than what was. */
function portalIsStale(): boolean {
  const sources = globSync(
    '{web/{src,static,messages}/**/*.*,web/*.{ts,json,js},api/contract/**/*.ts,package-lock.json}',
    { cwd: ROOT },
  );
  const built = join(ROOT, 'web/build/complete');
  return !existsSync(built) || statSync(built).mtimeMs < newest(sources);
}

provide(needs, 'The tests');
if (portalIsStale()) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', cwd: ROOT });
  if (status !== 0) process.exit(1);
}
