import { createHash } from 'node:crypto';
import { createEnvelope, EVENTS, type Envelope, type EventRegistry } from '#eventstore/envelope.ts';
import type { ProposedEvent, StoredEvent } from '#eventstore/eventStore.ts';
import type { PersonKey } from '#eventstore/personalData.ts';
import { createKeyring, type PersonKeys } from '#eventstore/personalData/keyring.ts';

export interface TestKeys extends PersonKeys {
  erase(person: string): void;
  /** How often the keys were asked for. */
  asked(): number;
}

/** Keys that are the same in every run, so that what was written once can be read for ever. */
export function testKeys(purpose = 'golden'): TestKeys {
  const erased = new Set<string>();
  let asked = 0;
  const keyOf = (person: string, number = 1): PersonKey => ({
    person,
    number,
    secret: erased.has(person)
      ? null
      : createHash('sha256').update(`${purpose} key ${number} of ${person}`).digest(),
  });
  return {
    newest(persons) {
      asked += 1;
      return Promise.resolve(persons.map((person) => keyOf(person)));
    },
    find(ids) {
      asked += 1;
      return Promise.resolve(
        ids.map((id) => keyOf(id.slice(0, id.lastIndexOf('.')), Number(id.slice(id.lastIndexOf('.') + 1)))),
      );
    },
    erase: (person) => void erased.add(person),
    asked: () => asked,
  };
}

export const envelopeWith = (keys: PersonKeys, registry: EventRegistry = EVENTS): Envelope =>
  createEnvelope(createKeyring(keys), registry);

/** A proposed event as a server gives it back: through JSON. */
export function stored(stream: string, event: ProposedEvent, revision = 0n): StoredEvent {
  const { id, type, data, metadata } = JSON.parse(JSON.stringify(event)) as ProposedEvent;
  const position = revision * 10n + 7n;
  return { id, type, data, metadata, stream, revision, position, created: new Date(1_767_225_600_000) };
}
