import type { Knex } from 'knex';
import * as first from './0001_keys_credentials_sessions_secrets.ts';
import * as imports from './0002_imports.ts';

const migrations: Readonly<Record<string, Knex.Migration>> = {
  '0001_keys_credentials_sessions_secrets': first,
  '0002_imports': imports,
};

/** The migrations of the vault, in order. */
export const vaultMigrations: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(Object.keys(migrations)),
  getMigrationName: (name) => name,
  getMigration(name) {
    const migration = migrations[name];
    return migration ? Promise.resolve(migration) : Promise.reject(new Error(`No migration ${name}.`));
  },
};
