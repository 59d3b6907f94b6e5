import { join } from 'node:path';
import { hashPassword } from '#api/auth/passwords.ts';
import { openFoundation } from '#api/compose/foundation.ts';
import { readConfig, type Config } from '#api/config.ts';
import { createMetrics } from '#api/metrics.ts';
import { runDemo, type DemoSignIn } from '#cli/demo/runDemo.ts';
import { startProjector } from '#projections/run.ts';
import { localPictures } from '#reactors/adapters/localPictures.ts';
import { start } from './start.ts';

type Print = (line: string) => void;

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The demo is kept apart from everything else, on the embedded stores. */
const apart = (config: Config): Config => {
  const { EVENTSTORE_URL: _, DATABASE_URL: __, VAULT_DATABASE_URL: ___, REDIS_URL: ____, ...rest } = config;
  return { ...rest, DATA_DIR: join(config.DATA_DIR, 'demo') };
};

/** Before anything is served: what the desk does by itself must not act on a past that is still being told. */
async function filled(config: Config, print: Print): Promise<readonly DemoSignIn[]> {
  const foundation = await openFoundation(config, createMetrics());
  const { runner, policy, vault, read, journal } = foundation;
  const projector = startProjector({ read, journal, log: SILENT, onCommit: () => undefined });
  foundation.tablesFollow(projector);
  const pictures = localPictures(join(config.DATA_DIR, 'images'));
  try {
    const { signIns } = await runDemo({
      directory: config.DATA_DIR,
      runner,
      policy,
      now: Date.now,
      setPassword: async (userId, password) => vault.credentials.set(userId, await hashPassword(password)),
      savePicture: (imageId, bytes) => pictures.put(imageId, { type: 'image/png', bytes }),
      log: print,
    });
    return signIns;
  } finally {
    await projector.stop();
    await foundation.close();
  }
}

/** Serves a demo organisation with six months of history, made by the real commands at the first start. */
export async function demo(print: Print): Promise<void> {
  const signIns = await filled(apart(readConfig()), print);
  const first = (): Promise<void> => {
    for (const { name, role, email, password } of signIns)
      print(`  ${role.padEnd(11)} ${name.padEnd(16)} ${email.padEnd(36)} ${password}`);
    return Promise.resolve();
  };
  await start(print, { settings: apart, first });
}
