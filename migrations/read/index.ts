import type { Knex } from 'knex';
import * as projectionState from './projectionState.ts';

const steps: Readonly<Record<string, Knex.Migration>> = { '001_projection_state': projectionState };

const source: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(Object.keys(steps)),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const step = steps[name];
    return step ? Promise.resolve(step) : Promise.reject(new Error(`unknown migration ${name}`));
  },
};

/** Brings the tables of the read database that are not made by projections themselves up to date. */
export async function migrateRead(database: Knex): Promise<void> {
  await database.migrate.latest({ migrationSource: source, tableName: 'read_migrations' });
}
