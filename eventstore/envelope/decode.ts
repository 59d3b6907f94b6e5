import type { DomainEvent } from '#domain/catalogue.ts';
import { partsOf, type StreamName } from '#domain/ids.ts';
import { ERASED, isErased } from '#domain/personal.ts';
import type { StoredEvent } from '../eventStore.ts';
import { UnreadableEvent, type Metadata, type Recorded } from '../journal.ts';
import { isSealed, keyIdOf, unseal, type Place } from '../personalData.ts';
import type { Keyring } from '../personalData/keyring.ts';
import { reasonOf, type EventKinds, type VersionReader } from './eventKinds.ts';
import { decodeMetadata } from './metadata.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Opened {
  readonly event: StoredEvent;
  readonly reader: VersionReader;
  readonly meta: Metadata;
}

function unreadable(event: StoredEvent, error: unknown): UnreadableEvent {
  return new UnreadableEvent(event, reasonOf(error));
}

const recorded = ({ event, reader, meta }: Opened, data: Fields): Recorded =>
  ({
    type: event.type as DomainEvent['type'],
    data: reader.parse(data),
    by: meta.actorId,
    at: meta.occurredAt,
    eventId: event.id,
    stream: event.stream as StreamName,
    entityId: partsOf(event.stream).id,
    revision: event.revision,
    position: event.position,
    recordedAt: event.created.toISOString(),
    meta,
  }) as Recorded;

/** Reads what stands in the journal; throws {@link UnreadableEvent} for what nobody of today can understand. */
export function createDecode(kinds: EventKinds, keyring: Keyring) {
  function open(event: StoredEvent): Opened {
    try {
      const { meta, version } = decodeMetadata(event.metadata);
      const reader = kinds.reader(event.type, version);
      if (!reader) throw new Error(`version ${version} of this type is not known`);
      if (typeof event.data !== 'object' || event.data === null) throw new Error('the data is no object');
      return { event, reader, meta };
    } catch (error) {
      throw unreadable(event, error);
    }
  }

  function unsealed(value: unknown, place: Place): unknown {
    if (isErased(value)) return value;
    if (!isSealed(value)) throw new Error(`${place.field} is not encrypted`);
    const key = keyring.key(keyIdOf(value));
    if (!key) throw new Error(`the vault has no key ${keyIdOf(value)} for ${place.field}`);
    return key.secret ? unseal(value, key.secret, place) : ERASED;
  }

  function dataOf({ event, reader }: Opened): Fields {
    if (reader.personal.length === 0) return event.data as Fields;
    const data: Record<string, unknown> = { ...(event.data as Fields) };
    for (const { field } of reader.personal)
      data[field] = unsealed(data[field], { stream: event.stream, eventId: event.id, field });
    return data;
  }

  function keysOf(opened: readonly Opened[]): Set<string> {
    const ids = new Set<string>();
    for (const { event, reader } of opened)
      for (const { field } of reader.personal) {
        const value = (event.data as Fields)[field];
        if (isSealed(value)) ids.add(keyIdOf(value));
      }
    return ids;
  }

  function read(opened: Opened): Recorded {
    try {
      return recorded(opened, dataOf(opened));
    } catch (error) {
      throw unreadable(opened.event, error);
    }
  }

  return async (stored: readonly StoredEvent[]): Promise<Recorded[]> => {
    const opened = stored.map(open);
    await keyring.load(keysOf(opened));
    return opened.map((one) => {
      const event = read(one);
      if (event.type === 'UserErased') keyring.forget(event.entityId);
      return event;
    });
  };
}
