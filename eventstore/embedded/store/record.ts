import { crc32 } from 'node:zlib';
import { ReadResp, StreamIdentifier, UUID } from '../protocol/generated.ts';
import { formatUuid, structuredUuid } from '../protocol/uuid.ts';
import { TOMBSTONE, type Place, type ProposedEvent, type StoredRecord } from './model.ts';

const { ReadEvent } = ReadResp;
const TICKS_PER_MILLISECOND = 10_000n;
const WIRE_TOMBSTONE = '9223372036854775807';

export const wireRevision = (revision: number): string =>
  revision === TOMBSTONE ? WIRE_TOMBSTONE : String(revision);

export function encodeFrame(event: ProposedEvent, place: Place): Uint8Array {
  const position = String(place.position);
  const recorded = new ReadEvent.RecordedEvent()
    .setId(new UUID().setString(formatUuid(event.id)))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(place.stream)))
    .setStreamRevision(wireRevision(place.revision))
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setCustomMetadata(event.customMetadata)
    .setData(event.data);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', String(BigInt(place.created) * TICKS_PER_MILLISECOND));
  const read = new ReadEvent().setEvent(recorded).setCommitPosition(position);
  return new ReadResp().setEvent(read).serializeBinary();
}

/** CRC-32 of the frame, seeded with the row's keys so that a frame under a wrong key fails too. */
export function checksum(record: Omit<StoredRecord, 'checksum'>): number {
  return crc32(record.frame, (record.position + record.stream * 65_599 + record.revision * 31) >>> 0);
}

export class CorruptRecordError extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`The journal file is corrupt: ${what}. Restore it from a backup.`);
    this.name = 'CorruptRecordError';
    this.what = what;
  }
}

/** @throws CorruptRecordError when the stored bytes are not what was written */
export function assertIntact(record: StoredRecord): void {
  if (checksum(record) !== record.checksum)
    throw new CorruptRecordError(`the event at position ${record.position} fails its checksum`);
}

export type DecodedFrame = {
  stream: string;
  type: string;
  created: number;
  data: Uint8Array;
};

function openFrame(frame: Uint8Array) {
  const message = ReadResp.deserializeBinary(frame);
  const recorded = message.getEvent()?.getEvent();
  if (!recorded) throw new CorruptRecordError('a record holds no event');
  return { message, recorded };
}

export function decodeFrame(frame: Uint8Array): DecodedFrame {
  const { recorded } = openFrame(frame);
  const metadata = recorded.getMetadataMap();
  return {
    stream: Buffer.from(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    type: metadata.get('type') ?? '',
    created: Number(BigInt(metadata.get('created') ?? 0) / TICKS_PER_MILLISECOND),
    data: recorded.getData_asU8(),
  };
}

/** The frame for a reader that asked for UUIDs as two 64-bit halves. */
export function withStructuredId(frame: Uint8Array): Uint8Array {
  const { message, recorded } = openFrame(frame);
  recorded.setId(structuredUuid(recorded.getId()?.getString() ?? ''));
  return message.serializeBinary();
}
