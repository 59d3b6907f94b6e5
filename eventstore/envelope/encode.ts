import { v5 as uuidv5 } from 'uuid';
import type { DomainEvent } from '#domain/catalogue.ts';
import { partsOf, type StreamName } from '#domain/ids.ts';
import { ERASED, isErased } from '#domain/personal.ts';
import type { ProposedEvent } from '../eventStore.ts';
import { UnwritableEvent, type Metadata } from '../journal.ts';
import { DESK_KEY, seal, type Place } from '../personalData.ts';
import type { Keyring } from '../personalData/keyring.ts';
import { reasonOf, type Data, type EventKinds, type VersionReader } from './eventKinds.ts';
import { encodeMetadata } from './metadata.ts';

interface Fitting extends VersionReader {
  readonly type: string;
  readonly version: number;
  readonly data: Data;
  /** Whose key encrypts each personal field. */
  readonly persons: ReadonlyMap<string, string>;
}

function personOf(subject: string, stream: string, data: Data, actorId: string | null): string {
  if (subject === 'self') return partsOf(stream).id;
  const person = subject === 'actor' ? actorId : data[subject];
  return typeof person === 'string' ? person : DESK_KEY;
}

/** Turns events into what stands in the journal; throws {@link UnwritableEvent} where the data does not fit. */
export function createEncode(kinds: EventKinds, keyring: Keyring) {
  function fit(stream: string, event: DomainEvent, actorId: string | null): Fitting {
    const { type } = event;
    const version = kinds.version(type) ?? 0;
    const reader = kinds.reader(type, version);
    if (!reader) throw new UnwritableEvent(stream, type, 'the type is not in the catalogue');
    try {
      const data = reader.parse(event.data);
      const persons = new Map(
        reader.personal.map(({ field, subject }) => [field, personOf(subject, stream, data, actorId)]),
      );
      return { ...reader, type, version, data, persons };
    } catch (error) {
      throw new UnwritableEvent(stream, type, reasonOf(error));
    }
  }

  /** What is written about somebody who has been erased is gone before it is written. */
  function sealed(value: unknown, person: string, place: Place): unknown {
    const key = keyring.newest(person);
    if (!key) throw new Error(`The vault gave no key for ${person}.`);
    return key.secret && !isErased(value) ? seal(value, { ...key, secret: key.secret }, place) : ERASED;
  }

  return async (
    stream: StreamName,
    events: readonly DomainEvent[],
    meta: Metadata,
  ): Promise<ProposedEvent[]> => {
    const fitting = events.map((event) => fit(stream, event, meta.actorId));
    await keyring.loadNewest(new Set(fitting.flatMap(({ persons }) => [...persons.values()])));
    return fitting.map(({ type, version, data, persons }, index) => {
      const id = uuidv5(String(index), meta.commandId);
      const stored: Record<string, unknown> = { ...data };
      for (const [field, person] of persons)
        stored[field] = sealed(data[field], person, { stream, eventId: id, field });
      return { id, type, data: stored, metadata: encodeMetadata(meta, version) };
    });
  };
}
