import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#domain/catalogue.ts';
import { commentId, userId, type StreamName } from '#domain/ids.ts';
import { envelopeWith, stored, testKeys } from './envelope.ts';
import { metadata } from './journal.ts';

/** Where what is {@link written} stands, by a technician. */
export const STREAM: StreamName = 'user-0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e11';
export const actorId = userId.parse('0198c5f2-7a30-7cc1-9a55-6f0d6b1c2e12');
export const byActor = () => metadata({ actorId, actorRole: 'technician' });
export const comment = (body: string): DomainEvent => ({
  type: 'CommentAdded',
  data: { commentId: commentId.parse(randomUUID()), body, visibility: 'internal' },
});

/** Events as they stand in the journal. */
export async function written(events: readonly DomainEvent[], keys = testKeys(), meta = byActor()) {
  const proposed = await envelopeWith(keys).encode(STREAM, events, meta);
  return proposed.map((event, index) => stored(STREAM, event, BigInt(index)));
}
