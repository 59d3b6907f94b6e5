import { join } from 'node:path';
import type { Daybook } from '#api/compose.ts';
import type { Config } from '#api/config.ts';
import { hashPassword } from '#api/auth/passwords.ts';
import { runDemo } from '#cli/demo/runDemo.ts';
import { start } from './start.ts';

type Print = (line: string) => void;

/** The demo is kept apart from everything else, on the embedded stores. */
const apart = (config: Config): Config => {
  const { EVENTSTORE_URL: _, DATABASE_URL: __, VAULT_DATABASE_URL: ___, REDIS_URL: ____, ...rest } = config;
  return { ...rest, DATA_DIR: join(config.DATA_DIR, 'demo') };
};

const fill =
  (print: Print) =>
  async (daybook: Daybook, config: Config): Promise<void> => {
    const { signIns, position } = await runDemo({
      directory: config.DATA_DIR,
      runner: daybook.runner,
      policy: daybook.policy,
      now: Date.now,
      setPassword: async (userId, password) =>
        daybook.vault.credentials.set(userId, await hashPassword(password)),
      savePicture: (imageId, bytes) => daybook.pictures.put(imageId, { type: 'image/png', bytes }),
      log: print,
    });
    await daybook.projector.waitFor(position, 120_000);
    for (const { name, role, email, password } of signIns)
      print(`  ${role.padEnd(11)} ${name.padEnd(22)} ${email.padEnd(34)} ${password}`);
  };

/** Serves a demo organisation with six months of history, made by the real commands at the first start. */
export const demo = (print: Print): Promise<void> => start(print, { settings: apart, first: fill(print) });
