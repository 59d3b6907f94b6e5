import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signIns } from '#cli/demo/people.ts';
import { signIn, startBusyDesk } from '#tests/bench/desk.ts';
import { findK6, needs } from '#tests/setup/needs.ts';
import { provide } from '#tests/setup/provide.ts';

const K6 = 'go.k6.io/k6@v1.8.1';
const BIN = join(import.meta.dirname, '../../.cache/bin');

/** The k6 that is there, or the pinned one, built by the machine's Go. */
function k6(): string {
  const own = join(BIN, 'k6');
  const found = findK6() ?? (existsSync(own) ? own : undefined);
  if (found !== undefined) return found;
  mkdirSync(BIN, { recursive: true });
  console.error(`Building ${K6}; this takes some minutes, once.`);
  const { status } = spawnSync('go', ['install', K6], {
    stdio: 'inherit',
    env: { ...process.env, GOBIN: BIN },
  });
  if (status === 0) return own;
  console.error(`The load tests need k6: install it, or Go 1.25 or later, with which it is built (${K6}).`);
  return process.exit(1);
}

/** `npm run load`: the k6 scripts of this folder against the product on MariaDB with 100,000 tickets. */
provide(needs, 'The load tests');
const program = k6();
const { product, stop } = await startBusyDesk();
try {
  const staff = signIns.filter(({ role }) => role === 'technician');
  const tokens = await Promise.all(staff.map((person) => signIn(product.origin, person)));
  const { status } = spawnSync(program, ['run', '--quiet', join(import.meta.dirname, 'queue.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ORIGIN: product.origin, TOKENS: tokens.join(',') },
  });
  process.exitCode = status ?? 1;
} finally {
  await stop();
}
