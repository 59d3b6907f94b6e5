import { expect, test } from 'vitest';
import { delimiters, exportOf } from '../../../web/src/lib/export/exportOf.ts';

test('A list is exported as it is filtered, with the numbers that go with its delimiter', () => {
  const query = { status: 'Open', q: '', asOf: undefined };
  expect(delimiters.map((delimiter) => exportOf('rooms/board', query, delimiter))).toEqual([
    '/api/export/rooms/board.csv?status=Open&delimiter=%2C&decimal=.',
    '/api/export/rooms/board.csv?status=Open&delimiter=%3B&decimal=%2C',
    '/api/export/rooms/board.csv?status=Open&delimiter=%09&decimal=.',
  ]);
});
