import type { ProposedMessage, StreamIdentifier } from '../protocol/generated.ts';
import { uuidBytes } from '../protocol/uuid.ts';
import type { ExpectedRevision, ProposedEvent } from '../store/model.ts';
import { invalidArgument, missingMetadata } from './failures.ts';

/** EventStoreDB's default limit for the events of one append together, in bytes. */
export const MAX_APPEND_BYTES = 1024 * 1024;

export function streamName(identifier: StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
  if (name === '') throw invalidArgument('The stream name is missing.');
  return name;
}

type ExpectedOption = { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean };

/** `revision` is undefined when the request names none. */
export function expectedRevision(options: ExpectedOption, revision: string | undefined): ExpectedRevision {
  if (revision !== undefined) return BigInt(revision);
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  throw invalidArgument('The expected stream revision is missing.');
}

export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const id = uuidBytes(message.getId());
  if (!id) throw invalidArgument('The id of an event is missing or not a UUID.');
  const metadata = message.getMetadataMap();
  const type = metadata.get('type');
  const contentType = metadata.get('content-type');
  if (!type || !contentType) throw missingMetadata(['type', 'content-type']);
  const data = message.getData_asU8();
  return { id, type, contentType, data, customMetadata: message.getCustomMetadata_asU8() };
}

/** As EventStoreDB counts it: UTF-16 for the type. */
export const sizeOf = (event: ProposedEvent): number =>
  event.data.length + event.customMetadata.length + event.type.length * 2;
