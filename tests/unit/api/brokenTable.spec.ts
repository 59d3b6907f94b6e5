import { expect, test } from 'vitest';
import { readTable } from '#api/imports/table.ts';

const LONG = 'n'.repeat(70);
const doubled = 'there is a quotation mark out of place; inside a cell it has to be doubled';

test.for([
  ['Tag,Name\nA,"Mouse\nB,Screen\n', 'Row 2, column “Name”: a quotation mark is not closed.'],
  ['Tag,Name\n"A\n1",Mouse\n"B"2,Screen', `Row 3, column “Tag”: ${doubled}.`],
  ['\n\nTag;Big  name\nA;19" screen', `Row 4, column “Big name”: ${doubled}.`],
  ['sep=;\r\nTag;Name\r\nA;x"y', `Row 3, column “Name”: ${doubled}.`],
  ['Tag,"Na"me\nA,B', `Row 1, column 2: ${doubled}.`],
  ['Tag,\nA,B"', `Row 2, column 2: ${doubled}.`],
  [`Tag,${LONG}\nA,B"`, `Row 2, column “${LONG.slice(0, 60)}”: ${doubled}.`],
])('A file that cannot be parted into cells is told of by row and column: %j', ([text, fault]) => {
  expect(readTable(Buffer.from(text ?? ''))).toEqual({ fault });
});

test('So is one of which a row is longer than any list has', () => {
  const fault = 'Row 3, column “Name”: the row is too long.';
  expect(readTable(Buffer.from(`Tag,Name\nA,B\nC,${'x'.repeat(4_000_001)}`))).toEqual({ fault });
});
