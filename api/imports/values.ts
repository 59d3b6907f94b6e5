import { z } from 'zod';
import type { ImportDateFormat } from '#api/contract/imports.ts';

export type Decimal = '.' | ',';

const SHAPES: Readonly<Record<ImportDateFormat, RegExp>> = {
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  'DD.MM.YYYY': /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  'DD/MM/YYYY': /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  'MM/DD/YYYY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
};
const AMOUNTS: Readonly<Record<Decimal, RegExp>> = {
  '.': /^[+-]?(?:\d+|\d{1,3}(?:[,'’\s]\d{3})+)(?:\.\d+)?$/,
  ',': /^[+-]?(?:\d+|\d{1,3}(?:[.'’\s]\d{3})+)(?:,\d+)?$/,
};

/** A day in the format that was chosen → RFC 3339 full-date. */
export function dayOf(text: string, format: ImportDateFormat): string | undefined {
  const { year = '', month = '', day = '' } = SHAPES[format].exec(text)?.groups ?? {};
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(date).data;
}

/** A number with the decimal mark that was chosen; thousands may be parted. */
export function amountOf(text: string, decimal: Decimal): number | undefined {
  if (!AMOUNTS[decimal].test(text)) return undefined;
  const [whole = '', fraction = '0'] = text.split(decimal);
  return Number(`${whole.replaceAll(/[.,'’\s]/g, '')}.${fraction}`);
}

const YES = ['yes', 'y', 'true', '1', 'x'];
const NO = ['no', 'n', 'false', '0'];

export function yesNoOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}
