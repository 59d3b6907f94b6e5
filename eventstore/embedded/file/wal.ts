import { existsSync, readFileSync } from 'node:fs';
import { damaged } from './unusable.ts';

const HEADER = 32;
const FRAME_HEADER = 24;
const LITTLE_ENDIAN_MAGIC = 0x377f0682;
const BIG_ENDIAN_MAGIC = 0x377f0683;

type Sums = { a: number; b: number };
type Wal = { view: DataView; pageSize: number; littleEndian: boolean };
type Frame = { page: number; commit: number; sameSalt: boolean; offset: number };

/** What the log adds to the database file: its pages, and the database's size after its last commit (0: no commit). */
export type WalContent = { bytes: number; pages: Set<number>; databasePages: number };

const EMPTY: WalContent = { bytes: 0, pages: new Set(), databasePages: 0 };

/** SQLite's running checksum over pairs of 32-bit words: https://www.sqlite.org/fileformat2.html#checksum_algorithm */
function addTo({ a, b }: Sums, { view, littleEndian }: Wal, from: number, length: number): Sums {
  let first = a;
  let second = b;
  for (let at = from; at < from + length; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) >>> 0;
    second = (second + view.getUint32(at + 4, littleEndian) + first) >>> 0;
  }
  return { a: first, b: second };
}

const matches = ({ view }: Wal, sums: Sums, at: number): boolean =>
  view.getUint32(at) === sums.a && view.getUint32(at + 4) === sums.b;

function openLog(file: string, bytes: Buffer): Wal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  const wal = { view, pageSize: view.getUint32(8), littleEndian: magic === LITTLE_ENDIAN_MAGIC };
  const known = magic === LITTLE_ENDIAN_MAGIC || magic === BIG_ENDIAN_MAGIC;
  if (!known || !matches(wal, addTo({ a: 0, b: 0 }, wal, 0, 24), 24))
    throw damaged(file, 'the header of its write-ahead log fails its checksum');
  return wal;
}

function framesOf({ view, pageSize }: Wal): Frame[] {
  const size = FRAME_HEADER + pageSize;
  return Array.from({ length: Math.floor((view.byteLength - HEADER) / size) }, (_, index) => {
    const offset = HEADER + index * size;
    const sameSalt = view.getBigUint64(offset + 8) === view.getBigUint64(16);
    return { page: view.getUint32(offset), commit: view.getUint32(offset + 4), sameSalt, offset };
  });
}

/** The frames that pass their checksum, in order, up to the first that does not. */
function intactFrames(wal: Wal, frames: Frame[]): Frame[] {
  let sums = { a: wal.view.getUint32(24), b: wal.view.getUint32(28) };
  const end = frames.findIndex((frame) => {
    if (!frame.sameSalt) return true;
    sums = addTo(sums, wal, frame.offset, 8);
    sums = addTo(sums, wal, frame.offset + FRAME_HEADER, wal.pageSize);
    return !matches(wal, sums, frame.offset + 16);
  });
  return end < 0 ? frames : frames.slice(0, end);
}

/**
 * Each commit is synced before the next begins, so a crash can tear the last transaction only: one that nobody was
 * told of. Frames of a later transaction behind a broken one mean damage to what was acknowledged.
 */
function assertOnlyLastTorn(file: string, frames: Frame[], committed: number): void {
  const rest = frames.slice(committed).filter((frame) => frame.sameSalt);
  const end = rest.findIndex((frame) => frame.commit !== 0);
  if (end >= 0 && end < rest.length - 1)
    throw damaged(file, 'a committed transaction in its write-ahead log fails its checksum');
}

/**
 * Reads the write-ahead log as SQLite will, which would silently drop what it cannot read.
 * @throws JournalUnusableError when acknowledged transactions in it are damaged
 */
export function inspectWal(file: string): WalContent {
  const log = `${file}-wal`;
  const bytes = existsSync(log) ? readFileSync(log) : Buffer.alloc(0);
  if (bytes.length < HEADER) return { ...EMPTY, bytes: bytes.length };
  const wal = openLog(file, bytes);
  const frames = framesOf(wal);
  const intact = intactFrames(wal, frames);
  const last = intact.findLastIndex((frame) => frame.commit !== 0);
  assertOnlyLastTorn(file, frames, last + 1);
  const pages = new Set(intact.slice(0, last + 1).map((frame) => frame.page));
  return { bytes: bytes.length, pages, databasePages: intact[last]?.commit ?? 0 };
}
