import type { Knex } from 'knex';

/** Instants are milliseconds since 1970. */
export async function up(database: Knex): Promise<void> {
  await database.schema.createTable('person_keys', (table) => {
    table.string('person', 64).notNullable();
    table.integer('number').notNullable();
    table.binary('secret', 32);
    table.bigInteger('created_at').notNullable();
    table.bigInteger('destroyed_at');
    table.primary(['person', 'number']);
  });
  await database.schema.createTable('credentials', (table) => {
    table.string('user_id', 36).primary();
    table.string('hash', 255).notNullable();
    table.bigInteger('changed_at').notNullable();
  });
  await database.schema.createTable('sessions', (table) => {
    table.string('token_hash', 64).primary();
    table.string('family', 36).notNullable().index();
    table.string('user_id', 36).notNullable().index();
    table.bigInteger('issued_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('rotated_at');
    table.bigInteger('revoked_at');
  });
  await database.schema.createTable('secrets', (table) => {
    table.string('name', 64).primary();
    table.binary('secret', 32).notNullable();
    table.bigInteger('created_at').notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ['person_keys', 'credentials', 'sessions', 'secrets'])
    await database.schema.dropTable(table);
}
