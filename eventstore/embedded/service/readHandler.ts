import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq } from '../protocol/generated.ts';
import { fail } from './calls.ts';
import type { Context } from './context.ts';
import { createOutlet, type ReadMessage } from './outlet.ts';
import { read } from './read.ts';
import { parseReadRequest } from './readRequest.ts';
import { subscribe } from './subscribe.ts';

type Call = ServerWritableStream<ReadReq, readonly ReadMessage[]>;

async function answer(context: Context, call: Call): Promise<void> {
  const request = parseReadRequest(call.request);
  const signal = context.calls.enter(call);
  const outlet = createOutlet(call, signal, request.structuredIds);
  if (request.count === undefined) return subscribe(context, request, outlet, signal);
  await read(context, request, request.count, outlet);
  outlet.flush();
  call.end();
}

export const createReadHandler =
  (context: Context) =>
  (call: Call): void => {
    answer(context, call).catch((error: unknown) => fail(call, error));
  };
