import { describe, expect, test } from 'vitest';
import { catalogue } from '#domain/catalogue.ts';
import { partsOf } from '#domain/ids.ts';
import { isSealed, personalFieldsOf } from '#eventstore/personalData.ts';
import { envelopeWith, testKeys } from '#tests/support/envelope.ts';
import { fileOf, present, read, storedOf, wanted } from './files.ts';

test('there is a golden file of every version of every event type (node tests/golden/write.ts adds them)', () => {
  expect(present().toSorted()).toEqual(expect.arrayContaining(wanted()));
});

describe('what has once been written', () => {
  test.for(present())('%s is still read', async (file) => {
    const golden = read(file);
    const event = storedOf(golden);
    const { v } = golden.stored.metadata;
    expect(fileOf(event.type, v)).toBe(file);
    const [recorded] = await envelopeWith(testKeys('golden')).decode([event]);
    expect(recorded).toMatchObject({
      type: event.type,
      eventId: event.id,
      stream: event.stream,
      entityId: partsOf(event.stream).id,
      revision: event.revision,
      position: event.position,
      recordedAt: golden.stored.created,
      at: golden.stored.metadata['occurredAt'],
      by: golden.stored.metadata['actorId'],
    });
    const current = Object.entries(catalogue).find(([type]) => type === event.type)?.[1];
    expect(current, `${event.type} is in the catalogue`).toBeDefined();
    if (current?.version === v) expect(recorded?.data).toEqual(golden.means);
  });

  test('holds its personal fields encrypted', () => {
    const files = Object.entries(catalogue).flatMap(([type, { version, data }]) =>
      personalFieldsOf(data).map(({ field }) => [fileOf(type, version), field] as const),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const [file, field] of files)
      expect(isSealed(read(file).stored.data[field]), `${field} of ${file}`).toBe(true);
  });
});
