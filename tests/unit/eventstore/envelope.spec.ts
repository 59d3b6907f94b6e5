import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DomainEvent } from '#domain/catalogue.ts';
import { kind } from '#domain/event.ts';
import { ERASED, personal } from '#domain/personal.ts';
import { oldVersion } from '#eventstore/envelope/eventKinds.ts';
import { EVENTS } from '#eventstore/envelope.ts';
import { UnreadableEvent, UnwritableEvent } from '#eventstore/journal.ts';
import { arbitraryEvent, eventTypes } from '#tests/support/arbitrary.ts';
import { envelopeWith, stored, testKeys } from '#tests/support/envelope.ts';
import { STREAM, actorId, byActor, comment, written } from '#tests/support/written.ts';

describe('an event of every type', () => {
  test.for(eventTypes)('%s survives the envelope', async (type) => {
    const envelope = envelopeWith(testKeys());
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryEvent(type), { minLength: 1, maxLength: 3 }), async (events) => {
        const meta = byActor();
        const proposed = await envelope.encode(STREAM, events, meta);
        const read = await envelope.decode(
          proposed.map((event, index) => stored(STREAM, event, BigInt(index))),
        );
        expect(read.map(({ type: name, data }) => ({ type: name, data }))).toEqual(events);
        expect(read.map(({ meta: got, by, at }) => [got, by, at])).toEqual(
          events.map(() => [meta, actorId, meta.occurredAt]),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('has an id that only the command and its place in it decide', async () => {
    const meta = byActor();
    const [first, again] = [
      await written([comment('a'), comment('b')], testKeys(), meta),
      await written([comment('c'), comment('d')], testKeys(), meta),
    ];
    expect(first.map(({ id }) => id)).toEqual(again.map(({ id }) => id));
    expect(new Set(first.map(({ id }) => id)).size).toBe(2);
  });
});

describe('what nobody can understand', () => {
  test('is a fault: unknown type, unknown version, data or metadata that does not fit', async () => {
    const [event] = await written([{ type: 'TicketTagged', data: { tag: 'loud' } }]);
    const metadataOf = event!.metadata as object;
    const strange = [
      { ...event!, type: 'TicketPainted' },
      { ...event!, metadata: { ...metadataOf, v: 2 } },
      { ...event!, data: { tag: 7 } },
      { ...event!, data: 'text' },
      { ...event!, data: null },
      { ...event!, type: 'CommentAdded', data: null },
      { ...event!, metadata: undefined },
      { ...event!, metadata: { ...metadataOf, occurredAt: 'soon' } },
    ];
    for (const one of strange) {
      const fault = await envelopeWith(testKeys())
        .decode([one])
        .catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(UnreadableEvent);
      expect(fault).toMatchObject({ stream: STREAM, revision: 0n, type: one.type });
    }
  });

  test('is not written in the first place', async () => {
    const wrong = { type: 'TicketTagged', data: { tag: '' } } as DomainEvent;
    await expect(written([wrong])).rejects.toThrow(UnwritableEvent);
    await expect(written([{ ...wrong, type: 'TicketPainted' } as never])).rejects.toThrow(UnwritableEvent);
  });
});

describe('an old version', () => {
  const first = z.object({ words: personal(z.string(), 'actor') });
  const second = z.object({ text: personal(z.string(), 'actor'), loud: z.boolean() });
  const third = z.object({ text: personal(z.string(), 'actor'), volume: z.int() });
  const kindOf = (data: z.ZodObject, version: number) => ({ Said: kind([], data, version) });
  const said = (data: object) => ({ type: 'Said', data }) as unknown as DomainEvent;
  const oldVersions = {
    Said: {
      1: oldVersion(first, ({ words }) => ({ text: words, loud: false })),
      2: oldVersion(second, ({ text, loud }) => ({ text, volume: loud ? 9 : 1 })),
    },
  };

  test('is decrypted by the fields that it had, and read in the shape of today', async () => {
    const keys = testKeys();
    const write = async (data: z.ZodObject, version: number, event: DomainEvent) => {
      const old = version > 1 ? oldVersions : {};
      const past = envelopeWith(keys, { catalogue: kindOf(data, version), oldVersions: old });
      const [proposed] = await past.encode(STREAM, [event], byActor());
      return stored(STREAM, proposed!);
    };
    const journal = [
      await write(first, 1, said({ words: 'psst' })),
      await write(second, 2, said({ text: 'HEY', loud: true })),
      await write(third, 3, said({ text: 'well', volume: 4 })),
    ];
    const today = envelopeWith(keys, { catalogue: kindOf(third, 3), oldVersions });
    expect((await today.decode(journal)).map(({ data }) => data)).toEqual([
      { text: 'psst', volume: 1 },
      { text: 'HEY', volume: 9 },
      { text: 'well', volume: 4 },
    ]);
    keys.erase(actorId);
    const later = envelopeWith(keys, { catalogue: kindOf(third, 3), oldVersions });
    expect((await later.decode(journal))[0]?.data).toEqual({ text: ERASED, volume: 1 });
  });

  test('without an upcaster stops the start', () => {
    expect(() => envelopeWith(testKeys(), { catalogue: kindOf(third, 3), oldVersions: {} })).toThrow(
      'Version 2 of Said has no upcaster',
    );
    expect(() => envelopeWith(testKeys(), EVENTS)).not.toThrow();
  });
});
