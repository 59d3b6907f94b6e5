import type { Knex } from 'knex';

/** One line a generation of a projection. Positions are decimal, -1 where nothing has been folded. */
export async function up(database: Knex): Promise<void> {
  await database.schema.createTable('projection_state', (table) => {
    table.string('name', 60).notNullable();
    table.integer('generation').notNullable();
    table.integer('version').notNullable();
    table.enu('status', ['building', 'active']).notNullable();
    table.bigInteger('position').notNullable();
    table.bigInteger('changed').notNullable();
    table.string('writer', 36).notNullable();
    table.bigInteger('faulted_at');
    table.text('fault');
    table.primary(['name', 'generation']);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable('projection_state');
}
