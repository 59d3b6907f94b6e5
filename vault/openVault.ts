import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { vaultMigrations } from '#migrations/vault/index.ts';
import { openDatabase } from '#projections/database.ts';
import { migrating } from '#projections/lock.ts';
import { createCredentials, type Credentials } from './credentials.ts';
import { createImports, type Imports } from './imports.ts';
import { createKeys, type Keys } from './keys.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** What events must not hold: keys to personal data, password hashes, sessions, secrets of this installation. */
export interface Vault {
  readonly keys: Keys;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly imports: Imports;
  close(): Promise<void>;
}

/** A file of SQLite, readable by its owner alone, or a schema of MySQL / MariaDB. */
export type VaultPlace = { readonly file: string } | { readonly url: string };

/** SQLite gives its log the rights of the file, so they are set before it opens it. */
function closeToOthers(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** `now` is in ms since 1970. */
export async function openVault(place: VaultPlace, now: () => number = Date.now): Promise<Vault> {
  if ('file' in place) closeToOthers(place.file);
  const database = openDatabase(place);
  await migrating(database, () => database.migrate.latest({ migrationSource: vaultMigrations }));
  const secrets = createSecrets(database, now);
  return {
    keys: createKeys(database, now),
    credentials: createCredentials(database, now),
    sessions: createSessions(database, now, await secrets.get('refresh')),
    secrets,
    imports: createImports(database, now),
    close: () => database.destroy(),
  };
}
