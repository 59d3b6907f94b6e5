import type { Server } from '@grpc/grpc-js';
import { GossipService, ReadResp, ServerFeaturesService, StreamsService } from '../protocol/generated.ts';
import { createAppendHandler } from './appendHandler.ts';
import { createBatchAppendHandler } from './batchAppendHandler.ts';
import type { Context } from './context.ts';
import { createDeleteHandler, createTombstoneHandler } from './deleteHandlers.ts';
import { getSupportedMethods } from './features.ts';
import { gossip } from './gossip.ts';
import type { ReadMessage } from './outlet.ts';
import { createReadHandler } from './readHandler.ts';

const wireForm = (message: ReadMessage): Buffer => {
  const bytes = message instanceof ReadResp ? message.serializeBinary() : message;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

const Streams = { ...StreamsService, read: { ...StreamsService.read, responseSerialize: wireForm } };

export function addServices(server: Server, context: Context): void {
  server.addService(Streams, {
    read: createReadHandler(context),
    append: createAppendHandler(context),
    batchAppend: createBatchAppendHandler(context),
    delete: createDeleteHandler(context),
    tombstone: createTombstoneHandler(context),
  });
  server.addService(ServerFeaturesService, { getSupportedMethods });
  server.addService(GossipService, { read: gossip });
}
