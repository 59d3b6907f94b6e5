import { BinaryReader } from 'google-protobuf';

/** Field numbers in streams.proto: ReadResp, ReadEvent, RecordedEvent, StreamIdentifier and an entry of its map. */
const EVENT = 1;
const RECORDED = 1;
const STREAM = 2;
const METADATA = 6;
const STREAM_NAME = 3;
const KEY = 1;
const VALUE = 2;

/** Moves to the next field of a number, passing over the others. */
function moveTo(reader: BinaryReader, field: number): boolean {
  while (reader.nextField()) {
    if (reader.getFieldNumber() === field) return true;
    reader.skipField();
  }
  return false;
}

function within<T>(reader: BinaryReader, read: () => T): T | undefined {
  let value: T | undefined;
  reader.readMessage(undefined, () => {
    value = read();
  });
  return value;
}

function atRecorded(frame: Uint8Array, read: (reader: BinaryReader) => string | undefined): string {
  const reader = new BinaryReader(frame);
  const inRecorded = () => (moveTo(reader, RECORDED) ? within(reader, () => read(reader)) : undefined);
  return (moveTo(reader, EVENT) ? within(reader, inRecorded) : undefined) ?? '';
}

const nameIn = (reader: BinaryReader) => (moveTo(reader, STREAM_NAME) ? reader.readString() : undefined);

/** The name of an event's stream, without decoding the rest of its frame. */
export const streamIn = (frame: Uint8Array): string =>
  atRecorded(frame, (reader) => (moveTo(reader, STREAM) ? within(reader, () => nameIn(reader)) : undefined));

function typeEntry(reader: BinaryReader): string | undefined {
  if (!moveTo(reader, KEY) || reader.readString() !== 'type') return undefined;
  return moveTo(reader, VALUE) ? reader.readString() : undefined;
}

/** The type of an event, without decoding the rest of its frame. */
export const typeIn = (frame: Uint8Array): string =>
  atRecorded(frame, (reader) => {
    while (moveTo(reader, METADATA)) {
      const type = within(reader, () => typeEntry(reader));
      if (type !== undefined) return type;
    }
    return undefined;
  });
