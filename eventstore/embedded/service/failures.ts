import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../store/model.ts';

type Trailers = Record<string, string>;

function failure(code: status, message: string, trailers: Trailers = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(message), { code, details: message, metadata });
}

const EXPECTED = { any: '-2', no_stream: '-1', stream_exists: '-4' } as const;

const numberOf = (expected: ExpectedRevision): string =>
  typeof expected === 'bigint' ? String(expected) : EXPECTED[expected];

/** The client takes an empty actual-version for "no stream". */
export const wrongExpectedVersion = (
  stream: string,
  expected: ExpectedRevision,
  current: number | undefined,
): ServiceError =>
  failure(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${numberOf(expected)}, Actual version: ${current ?? -1}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': numberOf(expected),
      'actual-version': current === undefined ? '' : String(current),
    },
  );

export const streamDeleted = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const appendTooLarge = (limit: number): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Maximum append size of ${limit} bytes exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

export const missingMetadata = (names: string[]): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Required metadata properties are missing: ${names.join(', ')}.`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': names.join(','),
  });

export const invalidArgument = (message: string): ServiceError => failure(status.INVALID_ARGUMENT, message);
export const timedOut = (): ServiceError =>
  failure(status.DEADLINE_EXCEEDED, 'The deadline passed before the write began.');
export const refused = (message: string): ServiceError => failure(status.RESOURCE_EXHAUSTED, message);
export const unavailable = (message: string): ServiceError => failure(status.UNAVAILABLE, message);
export const dataLoss = (message: string): ServiceError => failure(status.DATA_LOSS, message);
export const internal = (message: string): ServiceError => failure(status.INTERNAL, message);
