import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { ImportEncoding } from '#api/contract/imports.ts';

export type Decoded =
  { readonly text: string; readonly encoding: ImportEncoding } | { readonly fault: string };

const MARKS: readonly (readonly [ImportEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
// eslint-disable-next-line no-control-regex -- these are what text does not have
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, n) => bytes[n] === byte);

/** Latin letters in UTF-16 have a zero in every other byte. */
function withoutMark(bytes: Buffer): ImportEncoding {
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function textIn(content: Buffer, encoding: ImportEncoding): string | undefined {
  const isWhole = encoding === 'utf-8' ? isUtf8(content) : content.length % 2 === 0;
  if (!isWhole && encoding !== 'windows-1252') return undefined;
  const text = iconv.decode(content, encoding, { stripBOM: false });
  return CONTROLS.test(text) || !text.isWellFormed() ? undefined : text;
}

/** The text of a file as spreadsheets write it, by its byte order mark or else by what is valid. */
export function decode(bytes: Buffer): Decoded {
  if (startsWith(bytes, ZIP))
    return { fault: 'This is a workbook, not a CSV file. Save it as “CSV UTF-8” and send that.' };
  const marked = MARKS.find(([, mark]) => startsWith(bytes, mark));
  const encoding = marked?.[0] ?? withoutMark(bytes);
  const text = textIn(bytes.subarray(marked?.[1].length ?? 0), encoding);
  return text === undefined
    ? { fault: 'This is not a text file, or its encoding is not UTF-8, UTF-16 or Windows-1252.' }
    : { text, encoding };
}
