import {
  AccessDeniedError,
  CancelledError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  RequiredMetadataPropertyMissingError,
  StreamDeletedError,
  UnavailableError,
} from '@eventstore/db-client';
import { ConnectionClosed } from './connection.ts';

const lasting = [
  ConnectionClosed,
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  RequiredMetadataPropertyMissingError,
  StreamDeletedError,
];

/** As gRPC numbers it: what is stored cannot be read. */
const DATA_LOSS = 15;
const isDataLoss = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DATA_LOSS;

/** May the same call succeed a moment later? */
export const isPassing = (error: unknown): boolean =>
  !isDataLoss(error) && !lasting.some((kind) => error instanceof kind);

/** After these the client connects anew by itself, and remembers where the leader is. */
export const clientReconnects = (error: unknown): boolean =>
  [UnavailableError, CancelledError, NotLeaderError].some((kind) => error instanceof kind);
