import { readFileSync } from 'node:fs';
import express from 'express';
import { createPool, type RowDataPacket } from 'mysql2';

/**
 * What the product is measured against: Express and mysql2 and nothing else. Answers `GET /<n>` with the rows of the
 * n-th statement, as cheaply as can be: rows that come as JSON texts in one value are passed on as they are.
 * Arguments: the database's URL, a file with the statements as a JSON array, a port.
 */
const [url = '', file = '', port = ''] = process.argv.slice(2);
const statements = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
const pool = createPool({ uri: url, connectionLimit: 10, timezone: 'Z', dateStrings: true });
pool.on('connection', (connection) => connection.query('SET SESSION group_concat_max_len = 16777216'));

const body = (rows: readonly RowDataPacket[]): string => {
  const docs: unknown = rows[0]?.['docs'];
  return typeof docs === 'string'
    ? `{"items":[${docs.replaceAll('\n', ',')}]}`
    : JSON.stringify({ items: rows });
};

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.get('/:n', (request, response) => {
  pool.query<RowDataPacket[]>(statements[Number(request.params.n)] ?? '', (fault, rows) => {
    if (fault) response.status(500).end();
    else response.type('json').send(body(rows));
  });
});
app.listen(Number(port), '127.0.0.1', () => console.log('listening'));
