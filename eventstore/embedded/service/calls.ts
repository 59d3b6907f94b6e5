import type { ServiceError } from '@grpc/grpc-js';
import type { EventEmitter } from 'node:events';
import { CorruptRecordError } from '../store/record.ts';
import { isDamage } from '../store/storageFault.ts';
import { dataLoss, internal } from './failures.ts';

/** A streaming call, seen from the server. */
export type OpenCall = EventEmitter & {
  cancelled: boolean;
  destroyed: boolean;
};

export type WritableCall<Message> = OpenCall & {
  write(message: Message, sent: () => void): boolean;
};

const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && 'code' in error && 'details' in error;

export function asServiceError(error: unknown): ServiceError {
  if (isServiceError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof CorruptRecordError || isDamage(error) ? dataLoss(message) : internal(message);
}

export const fail = (call: OpenCall, error: unknown): void => {
  if (!call.destroyed) call.emit('error', asServiceError(error));
};

/** The streaming calls of a server, so that stopping it can end them. */
export function createOpenCalls() {
  const open = new Map<OpenCall, AbortController>();

  function enter(call: OpenCall): AbortSignal {
    const controller = new AbortController();
    const leave = () => {
      open.delete(call);
      controller.abort();
    };
    open.set(call, controller);
    for (const event of ['cancelled', 'close', 'finish']) call.once(event, leave);
    return controller.signal;
  }

  function failAll(error: ServiceError): void {
    for (const [call, controller] of open) {
      fail(call, error);
      controller.abort();
    }
    open.clear();
  }

  return { enter, failAll };
}

export type OpenCalls = ReturnType<typeof createOpenCalls>;

/** Resolves when a message is on its way, or the call has ended. */
export function written<Message>(
  call: WritableCall<Message>,
  message: Message,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const done = () => resolve(undefined);
  signal.addEventListener('abort', done, { once: true });
  call.write(message, done);
  return promise.finally(() => signal.removeEventListener('abort', done));
}
