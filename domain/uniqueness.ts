import { z } from 'zod';
import { kind, type EventOf } from './event.ts';

/** `sequence-<kind>`: the revision of each event, plus one, is a number that nobody else gets. */
export const sequenceEvents = { NumberTaken: kind([], z.object({ by: z.uuid() })) } as const;

/** `claim-<kind>.<HMAC of the value>`: who holds a unique value. */
export const claimEvents = {
  ValueClaimed: kind([], z.object({ by: z.uuid() })),
  ValueReleased: kind([], z.object({ by: z.uuid() })),
} as const;

export type SequenceEvent = EventOf<typeof sequenceEvents>;
export type ClaimEvent = EventOf<typeof claimEvents>;

/** Whether a stream only keeps values unique, numbers in order or ends apart, and is nobody's record. */
export const keepsOrder = (stream: string): boolean => /^(claim|sequence|guard)-/.test(stream);
