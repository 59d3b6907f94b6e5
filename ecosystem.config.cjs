/**
 * Daybook in several processes on one machine, under PM2:
 *
 *   EVENTSTORE_URL=… DATABASE_URL=… VAULT_DATABASE_URL=… REDIS_URL=… npx pm2 start ecosystem.config.cjs
 *
 * The processes are equal; a lock in the database names the one that projects. They need a journal and databases
 * that all of them reach, and Redis to carry live changes. `DAYBOOK_PROCESSES` says how many (default 2).
 */
module.exports = {
  apps: [
    {
      name: 'daybook',
      script: 'cli/daybook.ts',
      args: 'start',
      cwd: __dirname,
      exec_mode: 'cluster',
      instances: Number(process.env.DAYBOOK_PROCESSES ?? 2),
      kill_timeout: 15_000,
      max_memory_restart: '1G',
      env: { NODE_ENV: 'production' },
    },
  ],
};
