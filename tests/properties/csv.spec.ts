import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csvLine, headerLine, rowLines, type CsvStyle } from '#api/exports/csv.ts';
import { guarded, withoutGuard } from '#api/exports/guard.ts';
import { readTable } from '#api/imports/table.ts';

const style = fc.record<CsvStyle>({
  delimiter: fc.constantFrom(',', ';', '\t'),
  decimal: fc.constantFrom('.', ','),
});
/** As records keep them: without blanks at their ends, and without what no text has. */
const cell = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', '\r', 'é', '7'),
      maxLength: 8,
    }),
  )
  // eslint-disable-next-line no-control-regex -- these are what text does not have
  .map((text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ufeff]/g, '').trim());
const width = 3;
const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 });
const filled = (row: readonly string[]): boolean => row.some((text) => text !== '');
const headers = ['Tag', 'Name', 'Room'];
const columns = headers.map((header, n) => ({ header, of: (row: readonly string[]) => row[n] ?? '' }));

describe('A CSV file', () => {
  it('is read as it was exported, whatever stands in it', () => {
    fc.assert(
      fc.property(rows, style, (all, how) => {
        const read = readTable(Buffer.from(headerLine(columns, how) + rowLines(all, columns, how)));
        if ('fault' in read) expect.fail(read.fault);
        expect(read.table.delimiter).toBe(how.delimiter);
        expect(read.table.header.cells).toEqual(headers);
        expect(read.table.rows.map(({ cells }) => cells)).toEqual(all.filter(filled));
      }),
      { numRuns: 500 },
    );
  });

  it('is a clear fault or a table, whatever its bytes are', () => {
    // Among any bytes are nearly always some that no text has; what parts cells is often among these.
    const written = fc.array(
      fc.oneof(fc.constantFrom(...Buffer.from(',;\t\r\n" a')), fc.integer({ min: 0x20, max: 0xff })),
      { maxLength: 300 },
    );
    let tables = 0;
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), written), (bytes) => {
        const read = readTable(Buffer.from(bytes));
        if ('fault' in read) expect(read.fault).toMatch(/^[A-Z].*\.$/);
        else {
          tables += 1;
          expect(filled(read.table.header.cells)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(tables).toBeGreaterThan(50);
  });

  it('is the same in each encoding that spreadsheets write', () => {
    const plain = /^[ -~\u00a0-\u00ff]*$/;
    fc.assert(
      fc.property(
        fc.array(
          cell.filter((text) => plain.test(text)),
          { minLength: 1, maxLength: 5 },
        ),
        (cells) => {
          fc.pre(filled(cells));
          const text = `Größe,Name,Room\r\n${csvLine(['é', ...cells], { delimiter: ',', decimal: '.' })}`;
          const tables = (['utf8', 'utf16le', 'utf-16be', 'win1252'] as const).map((encoding) =>
            readTable(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') })),
          );
          for (const read of tables) {
            if ('fault' in read) expect.fail(read.fault);
            expect(read.table.header.cells[0]).toBe('Größe');
            expect(read.table.rows[0]?.cells).toEqual(['é', ...cells]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('A cell', () => {
  it('is calculated by no spreadsheet, and the same again when it comes back', () => {
    const dangerous = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), dangerous), (text) => {
        const safe = guarded(text);
        expect(/^[=+\-@\t\r]/.test(safe)).toBe(/^[+-]\d+(?:[.,]\d+)?$/.test(text));
        expect(withoutGuard(safe)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});
