import type { Knex } from 'knex';

/** What was read of files that are to be imported. Instants are milliseconds since 1970. */
export async function up(database: Knex): Promise<void> {
  await database.schema.createTable('imports', (table) => {
    table.string('import_id', 36).primary();
    table.string('kind', 20).notNullable();
    table.string('status', 20).notNullable();
    table.string('runner', 36);
    table.bigInteger('created_at').notNullable().index();
    table.bigInteger('beat_at').notNullable();
    table.integer('done').notNullable();
    table.specificType('failures', 'longtext').notNullable();
    table.specificType('about', 'longtext').notNullable();
    table.specificType('plan', 'longblob').notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable('imports');
}
