import { catalogue } from '#domain/catalogue.ts';
import type { Catalogue } from '#domain/event.ts';
import { createDecode } from './envelope/decode.ts';
import { createEncode } from './envelope/encode.ts';
import { eventKinds, type OldVersions } from './envelope/eventKinds.ts';
import { oldVersions } from './envelope/oldVersions.ts';
import type { Keyring } from './personalData/keyring.ts';

export interface EventRegistry {
  readonly catalogue: Catalogue;
  readonly oldVersions: OldVersions;
}

export const EVENTS: EventRegistry = { catalogue, oldVersions };

/** Between the events of the domain and what stands in the journal: shape, version, metadata, encryption. */
export function createEnvelope(keyring: Keyring, registry: EventRegistry = EVENTS) {
  const kinds = eventKinds(registry.catalogue, registry.oldVersions);
  return { encode: createEncode(kinds, keyring), decode: createDecode(kinds, keyring) };
}

export type Envelope = ReturnType<typeof createEnvelope>;
