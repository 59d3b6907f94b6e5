import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DomainEvent } from '#domain/catalogue.ts';
import { userId } from '#domain/ids.ts';
import { ERASED } from '#domain/personal.ts';
import { UnreadableEvent } from '#eventstore/journal.ts';
import { envelopeWith, stored, testKeys } from '#tests/support/envelope.ts';
import { metadata } from '#tests/support/journal.ts';
import { STREAM, actorId, byActor, comment, written } from '#tests/support/written.ts';

describe('personal fields', () => {
  const WORDS = 'Kim has lost the blue notebook';

  test('do not stand in the journal, and differ each time', async () => {
    const [one, two] = await written([comment(WORDS), comment(WORDS)]);
    const text = JSON.stringify([one?.data, two?.data]);
    expect(text).not.toContain('notebook');
    expect(text).not.toContain(Buffer.from(WORDS).toString('base64url').slice(4, 20));
    const bodyOf = (event: typeof one) =>
      z.object({ body: z.object({ $personal: z.string() }) }).parse(event?.data).body.$personal;
    expect(bodyOf(one)).toMatch(/^v1\.0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e12\.1\.[\w-]{16}\.[\w-]+$/);
    expect(bodyOf(one)).not.toEqual(bodyOf(two));
  });

  test('are encrypted under the key of the record, the actor, the person named, or the desk', async () => {
    const requesterId = userId.parse(randomUUID());
    const events = [
      {
        type: 'UserDetailsCorrected',
        data: { name: 'A', email: 'a@b.example', phone: '', department: '', locale: 'en' },
      },
      comment('x'),
      {
        type: 'TicketOpened',
        data: {
          number: 1,
          title: 'Fire',
          description: 'x',
          requesterId,
          roomId: randomUUID(),
          categoryId: null,
          equipmentIds: [],
          urgency: 'low',
          channel: 'portal',
          fields: {},
        },
      },
    ] as DomainEvent[];
    const ownersIn = (event: { data: unknown }) =>
      [...JSON.stringify(event.data).matchAll(/v1\.([\w-]+)\.1\./g)].map(([, person]) => person);
    const self = STREAM.slice(5);
    expect((await written(events)).map(ownersIn)).toEqual([[self, self, self], [actorId], [requesterId]]);
    expect((await written([comment('x')], testKeys(), metadata())).map(ownersIn)).toEqual([['desk']]);
  });

  test('read as a tombstone once the key is destroyed, and so does what is written after', async () => {
    const keys = testKeys();
    const before = await written([comment(WORDS)], keys);
    keys.erase(actorId);
    const after = await written([comment(WORDS)], keys);
    expect(after[0]?.data).toMatchObject({ body: ERASED });
    const read = await envelopeWith(keys).decode([...before, ...after]);
    expect(read.map(({ data }) => data)).toMatchObject([{ body: ERASED }, { body: ERASED }]);
  });

  test('are forgotten by every reader that meets the erasure', async () => {
    const keys = testKeys();
    const envelope = envelopeWith(keys);
    const meta = metadata({ actorId: userId.parse(STREAM.slice(5)), actorRole: 'requester' });
    const [said] = await envelope.encode(STREAM, [comment(WORDS)], meta);
    const [erased] = await envelope.encode(STREAM, [{ type: 'UserErased', data: {} }], byActor());
    const past = stored(STREAM, said!);
    expect((await envelope.decode([past]))[0]?.data).toMatchObject({ body: WORDS });
    keys.erase(STREAM.slice(5));
    await envelope.decode([stored(STREAM, erased!, 1n)]);
    expect((await envelope.decode([past]))[0]?.data).toMatchObject({ body: ERASED });
  });

  test('cost one question to the vault for a whole batch', async () => {
    const keys = testKeys();
    const batch = await written(
      Array.from({ length: 50 }, (_, n) => comment(`${n}`)),
      keys,
    );
    const before = keys.asked();
    const envelope = envelopeWith(keys);
    await envelope.decode(batch);
    await envelope.decode(batch);
    expect(keys.asked() - before).toBe(1);
  });
});

describe('what was tampered with', () => {
  const body = (event: { data: unknown }) => (event.data as { body: { $personal: string } }).body;
  const changed = (text: string, at: number) => {
    const replaced = text[at] === 'A' ? 'B' : 'A';
    return text.slice(0, at) + replaced + text.slice(at + 1);
  };

  test('is a fault that names the event: another key, another place, any changed byte', async () => {
    const keys = testKeys();
    const [event] = await written([comment('The blue notebook')], keys);
    const sealed = body(event!).$personal;
    const start = sealed.indexOf('.', sealed.indexOf('.1.') + 3) - 16;
    const tampered = Array.from({ length: sealed.length - start }, (_, n) => start + n)
      .filter((at) => sealed[at] !== '.' && at !== sealed.length - 1)
      .map((at) => ({
        ...event!,
        data: { ...(event!.data as object), body: { $personal: changed(sealed, at) } },
      }));
    expect(tampered.length).toBeGreaterThan(40);
    const places = [
      { ...event!, stream: 'user-another' },
      { ...event!, id: randomUUID() },
      { ...event!, type: 'WorkLogged', data: { minutes: 1, note: body(event!) } },
      { ...event!, data: { ...(event!.data as object), body: 'In plain words' } },
    ];
    for (const wrong of [...tampered, ...places])
      await expect(envelopeWith(keys).decode([wrong]), JSON.stringify(wrong.data)).rejects.toThrow(
        UnreadableEvent,
      );
    await expect(envelopeWith(testKeys('another')).decode([event!])).rejects.toMatchObject({
      name: 'UnreadableEvent',
      stream: STREAM,
      revision: 0n,
      type: 'CommentAdded',
    });
  });

  test('is not mistaken for an erasure when the vault lost the key', async () => {
    const [event] = await written([comment('x')]);
    const lost = { ...testKeys(), find: () => Promise.resolve([]) };
    await expect(envelopeWith(lost).decode([event!])).rejects.toThrow(/the vault has no key .* for body/);
  });
});
