import { readFileSync } from 'node:fs';
import express from 'express';
import { createPool } from 'mysql2';

/**
 * What the product is measured against: Express and mysql2 and nothing else. Answers `GET /<n>` with the rows of the
 * n-th statement. Arguments: the database's URL, a file with the statements as a JSON array, a port.
 */
const [url = '', file = '', port = ''] = process.argv.slice(2);
const statements = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
const pool = createPool({ uri: url, connectionLimit: 10, timezone: 'Z', dateStrings: true });

const app = express();
app.get('/:n', (request, response) => {
  pool.query(statements[Number(request.params.n)] ?? '', (fault, rows) => {
    if (fault) response.status(500).end();
    else response.json({ items: rows });
  });
});
app.listen(Number(port), '127.0.0.1', () => console.log('listening'));
