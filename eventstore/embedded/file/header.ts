import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { APPLICATION_ID, FORMAT_VERSION } from '../store/schema.ts';
import { damaged, JournalUnusableError } from './unusable.ts';
import type { WalContent } from './wal.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER = 100;

type Header = { bytes: Buffer; fileBytes: number };

function readHeader(file: string): Header {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEADER);
    readSync(descriptor, bytes, 0, HEADER, 0);
    return { bytes, fileBytes: fstatSync(descriptor).size };
  } finally {
    closeSync(descriptor);
  }
}

function assertIdentity(file: string, { bytes, fileBytes }: Header): void {
  if (fileBytes < HEADER) throw damaged(file, `it is only ${fileBytes} bytes long`);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw damaged(file, 'its header is not that of a journal');
  if (bytes.readUInt32BE(68) !== APPLICATION_ID)
    throw damaged(file, 'it does not bear the mark of a journal');
  const version = bytes.readUInt32BE(60);
  if (version !== FORMAT_VERSION)
    throw new JournalUnusableError(
      `The journal ${file} has format ${version}, this program reads format ${FORMAT_VERSION}. Update the program.`,
    );
}

/** A page is there when the file reaches beyond it, or the write-ahead log has it. */
function assertComplete(file: string, { bytes, fileBytes }: Header, wal: WalContent): void {
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const expected = wal.databasePages || bytes.readUInt32BE(28);
  let there = Math.floor(fileBytes / pageSize);
  while (wal.pages.has(there + 1)) there += 1;
  if (there < expected)
    throw damaged(file, `it was cut off: it should be ${expected} pages long, and ends after ${there}`);
}

/**
 * The layout of a database file: https://www.sqlite.org/fileformat2.html#the_database_header
 * @throws JournalUnusableError when the file is not a whole journal
 */
export function inspectHeader(file: string, wal: WalContent): void {
  const header = readHeader(file);
  assertIdentity(file, header);
  assertComplete(file, header, wal);
}
