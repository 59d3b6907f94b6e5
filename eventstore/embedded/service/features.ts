import type { sendUnaryData } from '@grpc/grpc-js';
import { SupportedMethod, SupportedMethods } from '../protocol/generated.ts';

const SERVER_VERSION = '23.10.0';

const METHODS = {
  'event_store.client.streams.streams': ['append', 'batchappend', 'read', 'delete', 'tombstone'],
  'event_store.client.gossip.gossip': ['read'],
  'event_store.client.server_features.serverfeatures': ['getsupportedmethods'],
};

export function getSupportedMethods(_call: unknown, callback: sendUnaryData<SupportedMethods>): void {
  const methods = Object.entries(METHODS).flatMap(([service, names]) =>
    names.map((name) => new SupportedMethod().setServiceName(service).setMethodName(name)),
  );
  callback(null, new SupportedMethods().setEventStoreServerVersion(SERVER_VERSION).setMethodsList(methods));
}
