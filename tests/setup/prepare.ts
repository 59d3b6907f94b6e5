import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { needs, type Need } from './needs.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env, cwd: ROOT }).status === 0;
}

function onDebianAsRoot(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && process.getuid?.() === 0;
}

function install(packages: readonly string[]): boolean {
  const get = ['install', '--yes', '--no-install-recommends', ...packages];
  return run('apt-get', get) || (run('apt-get', ['update']) && run('apt-get', get));
}

function provide(missing: readonly Need[]): void {
  const packages = [...new Set(missing.map(({ debian }) => debian))];
  console.log(`The tests need ${packages.join(' and ')}.`);
  if (onDebianAsRoot()) install(packages);
  const still = missing.filter((need) => need.find() === undefined);
  if (still.length === 0) return;
  console.error(
    [
      'The tests cannot run: nothing of them is left out, and this machine lacks',
      ...still.map(({ what, debian }) => `  - ${what} (Debian: apt-get install ${debian})`),
      'Install it, or run the tests on Debian as root, where they install it themselves.',
    ].join('\n'),
  );
  process.exit(1);
}

const newest = (files: readonly string[]): number =>
  Math.max(0, ...files.map((file) => statSync(join(ROOT, file)).mtimeMs));

/** The portal has sources, and one of them is newer than what was built. */
function portalIsStale(): boolean {
  const sources = globSync(
    '{web/{src,static,messages}/**/*.*,web/*.{ts,json,js},api/contract/**/*.ts,package-lock.json}',
    { cwd: ROOT },
  );
  const built = join(ROOT, 'web/build/handler.js');
  return !existsSync(built) || statSync(built).mtimeMs < newest(sources);
}

const missing = needs.filter((need) => need.find() === undefined);
if (missing.length > 0) provide(missing);
if (portalIsStale() && !run('npm', ['run', 'build'])) process.exit(1);
