import type { Knex } from 'knex';
import type { Binding } from './reader.ts';

interface Connection {
  execute(
    sql: string,
    bindings: readonly Binding[],
    done: (fault: Error | null, found: object[]) => void,
  ): void;
}
interface Pool {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

/** Asks MySQL by a prepared statement, of which each connection keeps some: that is a good deal less work than a text. */
export async function execute(knex: Knex, sql: string, bindings: readonly Binding[]): Promise<object[]> {
  const pool = knex.client as Pool;
  const connection = await pool.acquireConnection();
  try {
    return await new Promise((resolve, reject) => {
      connection.execute(sql, bindings, (fault, found) => {
        if (fault) reject(fault);
        else resolve(found);
      });
    });
  } finally {
    await pool.releaseConnection(connection);
  }
}
