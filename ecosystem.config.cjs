/**
 * Daybook in several processes on one machine, under PM2:
 *
 *   EVENTSTORE_URL=… DATABASE_URL=… VAULT_DATABASE_URL=… REDIS_URL=… npx pm2 start ecosystem.config.cjs
 *
 * The processes are equal; a lock in the database names the one that projects. They need a journal and databases
 * that all of them reach, and Redis to carry live changes. `DAYBOOK_PROCESSES` says how many (default 2).
 *
 * `npx` starts PM2 on the Node that Daybook brings, on which its processes then run. PM2 would take bun for a file of
 * TypeScript where that is installed, so the interpreter is named.
 */
const { join } = require('node:path');

module.exports = {
  apps: [
    {
      name: 'daybook',
      script: 'cli/daybook.ts',
      args: 'start',
      interpreter: join(__dirname, 'node_modules/node/bin/node'),
      cwd: __dirname,
      exec_mode: 'cluster',
      instances: Number(process.env.DAYBOOK_PROCESSES ?? 2),
      kill_timeout: 15_000,
      max_memory_restart: '1G',
      env: { NODE_ENV: 'production' },
    },
  ],
};
