import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { portalIsUpToDate } from '#cli/commands/portalBuild.ts';
import { needs } from './needs.ts';
import { provide } from './provide.ts';

const ROOT = join(import.meta.dirname, '..', '..');

provide(needs, 'The tests');
if (!(await portalIsUpToDate(ROOT))) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', cwd: ROOT });
  if (status !== 0) process.exit(1);
}
