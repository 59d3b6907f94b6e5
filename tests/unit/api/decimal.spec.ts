import { describe, expect, test } from 'vitest';
import { decimalIn } from '#api/imports/decimal.ts';
import { readTable } from '#api/imports/table.ts';

function decimalOf(text: string) {
  const read = readTable(Buffer.from(text));
  if ('fault' in read) expect.fail(JSON.stringify(read.fault));
  return decimalIn(read.table, [1]);
}

describe('The decimal mark of a file', () => {
  test.for([
    ['1299,5', ','],
    ['1.299,50', ','],
    ['1.299.000,5', ','],
    ['0,1234', ','],
    ['-12,25', ','],
    ['1299.5', '.'],
    ['1,299.500', '.'],
    ["1'299.50", '.'],
    ['1 299,50', ','],
  ])('is seen in %s whatever parts the cells', ([amount, mark]) => {
    for (const delimiter of [';', '\t'])
      expect(decimalOf(`Tag${delimiter}Cost\nA${delimiter}12\nB${delimiter}${String(amount)}`)).toBe(mark);
  });

  test('is where nothing tells it the one that spreadsheets write with such a delimiter', () => {
    expect(decimalOf('Tag;Cost\nA;1.299\nB;12')).toBe(',');
    expect(decimalOf('Tag,Cost\nA,"1,299"\nB,12')).toBe('.');
    expect(decimalOf('Tag\tCost\nA\tmuch')).toBe('.');
  });

  test('is not looked for where no amounts are', () => {
    expect(decimalOf('Room;Cost\n2.14;12\n3.1;')).toBe(',');
  });
});
