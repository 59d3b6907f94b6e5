import fc from 'fast-check';
import iconv from 'iconv-lite';
import { csvLine } from '#api/exports/csv.ts';
import type { ImportKind } from '#api/contract/imports.ts';
import { FIELDS } from '#api/imports/fields.ts';

const LONG = 'é'.repeat(2_500);
/** What may stand in each column: right, nearly right, and wrong. */
const POOLS: Readonly<Record<string, readonly string[]>> = {
  name: ['Lab', 'lab', 'Hall', 'Größe; 2', 'A > B', 'Ω', '=1+1', LONG],
  building: ['South', 'NORTH', 'North', ''],
  floor: ['', '1', '2', 'EG'],
  email: ['ada@example.org', 'Ann@Example.org', 'ann@example.org', 'not an address', `${LONG}@example.org`],
  phone: ['+43 1 234', '', LONG],
  department: ['IT', '', LONG],
  locale: ['en', 'de-AT', 'Klingon', ''],
  role: ['requester', 'Admin', 'king', ''],
  kind: ['equipment', 'Equipment', 'ticket', 'thing'],
  parent: ['', 'Laptops', 'Hall', 'Hall > Lab', 'Lab', 'Nowhere'],
  fields: ['', 'ram:Memory:number', 'os:System:choice(a/b):required', 'os:System', `x:${LONG}:text`],
  tag: ['A-1', 'a-1', 'B 1', '', `-${LONG}`],
  category: ['Laptops', 'laptops', 'Hardware > Phones', 'Phones', 'Nothing'],
  room: ['Store', 'Lab', 'Hall', 'Nowhere', ''],
  serial: ['', 'S-1', 's-1', 'S-2', LONG],
  model: ['', 'X1', LONG],
  maker: ['', 'Acme', LONG],
  vendor: ['', 'Shop', LONG],
  purchasedOn: ['', '2025-01-31', '2025-02-31', '31.01.2025', 'soon'],
  cost: ['', '12', '12.5', '12,50', '1.299,50', '-4', '1e9', 'much', '99999999999999'],
  currency: ['', 'EUR', 'eur', 'Euro'],
  warrantyUntil: ['', '2027-12-31', 'never'],
  depreciation: ['', 'straightLine', 'declining balance', 'guess'],
  months: ['', '36', '0', '1.5'],
  percent: ['', '20', '200'],
  residual: ['', '10', '-1'],
  'fields.ram': ['', '16', '16,5', 'lots'],
  'fields.note': ['', 'a note', LONG],
  'fields.touch': ['', 'yes', 'No', 'perhaps'],
};

/** The headers of the custom fields that categories of a test ask for. */
const CUSTOM: Readonly<Record<string, string>> = {
  'fields.ram': 'Memory',
  'fields.note': 'Note',
  'fields.touch': 'Touch',
};

// eslint-disable-next-line no-control-regex -- these are what text does not have
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ufeff]/g;
const nasty = fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replaceAll(CONTROLS, ''));

const fresh: Readonly<Record<string, fc.Arbitrary<string>>> = {
  tag: fc.integer({ min: 1, max: 999 }).map((n) => `T-${String(n)}`),
  name: fc.integer({ min: 1, max: 30 }).map((n) => `Name ${String(n)}`),
  email: fc.integer({ min: 1, max: 999 }).map((n) => `p${String(n)}@example.org`),
};

const [likely, seldom] = [30, 1];
/** A cell that may be right: what belongs into the column, and now and then anything at all. */
function cellOf(field: string): fc.Arbitrary<string> {
  const right = POOLS[field]?.find((text) => text.length < LONG.length) ?? '';
  return fc.oneof(
    { weight: likely, arbitrary: fresh[field] ?? fc.constant(right) },
    { weight: likely / 6, arbitrary: fc.constantFrom(...(POOLS[field] ?? [''])) },
    { weight: seldom, arbitrary: nasty },
  );
}

const delimiters = fc.constantFrom(',', ';', '\t');
const encodings = fc.constantFrom('utf8', 'utf16le', 'win1252');

export interface Sheet {
  readonly kind: ImportKind;
  readonly bytes: Buffer<ArrayBuffer>;
}

const namesOf = (kind: ImportKind): string[] => [
  ...FIELDS[kind].map(({ name }) => name),
  ...(kind === 'equipment' ? Object.keys(CUSTOM) : []),
];
const headerOf = (kind: ImportKind, name: string): string =>
  CUSTOM[name] ?? FIELDS[kind].find((field) => field.name === name)?.label ?? name;

/** Files of a kind whose headers are right; at least the columns that are needed are there. */
export function sheetOf(
  kind: ImportKind,
  [minLength, maxLength]: readonly [number, number],
): fc.Arbitrary<Sheet> {
  const needed = FIELDS[kind].filter(({ required }) => required).map(({ name }) => name);
  const others = namesOf(kind).filter((name) => !needed.includes(name));
  return fc
    .tuple(fc.shuffledSubarray(others, { maxLength: Math.min(others.length, 6) }), delimiters, encodings)
    .chain(([more, delimiter, encoding]) => {
      const names = [...needed, ...more];
      const row = fc.tuple(...names.map(cellOf));
      return fc.array(row, { minLength, maxLength }).map((all) => {
        const style = { delimiter, decimal: '.' } as const;
        const lines = [names.map((name) => headerOf(kind, name)), ...all].map((cells) =>
          csvLine(cells, style),
        );
        return {
          kind,
          bytes: Buffer.from(iconv.encode(lines.join(''), encoding, { addBOM: encoding !== 'win1252' })),
        };
      });
    });
}

/** Bytes that are text in some encoding, with much of what parts cells, under the headers of a kind. */
export function rawSheetOf(kind: ImportKind): fc.Arbitrary<Sheet> {
  const header = FIELDS[kind].map(({ label }) => label).join(',');
  const byte = fc.oneof(
    fc.constantFrom(...Buffer.from(',,,;\t\n\n\r"\' =0a')),
    fc.integer({ min: 0x20, max: 0xff }),
  );
  return fc
    .array(byte, { maxLength: 200 })
    .map((bytes) => ({ kind, bytes: Buffer.from([...Buffer.from(`${header}\n`), ...bytes]) }));
}
