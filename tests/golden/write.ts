import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { catalogue, type DomainEvent, type EventType } from '#domain/catalogue.ts';
import { userId } from '#domain/ids.ts';
import { isErased } from '#domain/personal.ts';
import { arbitraryEvent, eventTypes } from '#tests/support/arbitrary.ts';
import { envelopeWith, stored, testKeys } from '#tests/support/envelope.ts';
import { fileOf, FOLDER, type Golden } from './files.ts';

// Run with `node tests/golden/write.ts` after a new event type or version: it writes what is missing, never what stands.

const STREAM = 'golden-0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e11';
const META = {
  commandId: '0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e21',
  command: 'golden',
  actorId: userId.parse('0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e12'),
  actorRole: 'technician',
  correlationId: '0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e22',
  causationId: '0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e23',
  occurredAt: '2026-01-01T00:00:00.000Z',
} as const;

/** The one that says most. */
const sample = (type: EventType): DomainEvent | undefined =>
  fc
    .sample(arbitraryEvent(type), { numRuns: 40, seed: 1 })
    .filter(({ data }) => !Object.values(data).some(isErased))
    .toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];

for (const type of eventTypes) {
  const file = join(FOLDER, fileOf(type, catalogue[type].version));
  const event = sample(type);
  if (existsSync(file) || !event) continue;
  const [proposed] = await envelopeWith(testKeys('golden')).encode(STREAM, [event], META);
  if (!proposed) throw new Error(`${type} was not encoded.`);
  const { revision, position, created, metadata, ...rest } = stored(STREAM, proposed, 3n);
  const golden: Golden = {
    stored: {
      ...rest,
      data: rest.data as Golden['stored']['data'],
      metadata: metadata as Golden['stored']['metadata'],
      revision: revision.toString(),
      position: position.toString(),
      created: created.toISOString(),
    },
    means: event.data,
  };
  writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`, { flag: 'wx' });
  console.log(`wrote ${fileOf(type, catalogue[type].version)}`);
}
