import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Need } from './needs.ts';

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function onDebianAsRoot(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && process.getuid?.() === 0;
}

/** Installs what is missing on Debian as root; elsewhere, or in vain, says what to install and ends the process. */
export function provide(needs: readonly Need[], forWhat: string): void {
  const missing = needs.filter((need) => need.find() === undefined);
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(({ debian }) => debian))];
  console.error(`${forWhat} need ${packages.join(' and ')}.`);
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  if (onDebianAsRoot() && !aptGet(...install) && aptGet('update')) aptGet(...install);
  const still = missing.filter((need) => need.find() === undefined);
  if (still.length === 0) return;
  console.error(
    [
      `${forWhat} cannot run: nothing of them is left out, and this machine lacks`,
      ...still.map(({ what, debian }) => `  - ${what} (Debian: apt-get install ${debian})`),
      'Install it, or run them on Debian as root, where they install it themselves.',
    ].join('\n'),
  );
  process.exit(1);
}
