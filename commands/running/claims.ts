import type { StreamName } from '#domain/ids.ts';
import type { Expected, Journal, Metadata, Recorded } from '#eventstore/journal.ts';
import type { Claim, Ref } from '../command.ts';
import type { Done, Folded, Records } from './records.ts';
import { auxiliary } from './request.ts';

/**
 * A claim counts once the command that made it stands in the stream of the record that it was made for, and so does
 * a release; until then it is underway. What a crash left behind never counts, and is underway no longer than this.
 */
export const UNDERWAY_MS = 10_000;
/** How long to wait for the answer of the same report that is underway. */
const LOOK_AGAIN_MS = 20;
const LOOKS = 100;

/** A record that is to hold a value, and the command by which. */
export interface Claimant {
  readonly ref: Ref<unknown>;
  readonly meta: Metadata;
}

export interface Holder {
  readonly id: string;
  readonly folded: Folded<unknown>;
  /** What the command of the claim led to; absent while it is underway. */
  readonly done: Done | undefined;
}

export interface Claims {
  /** Undefined: it is the claimant's now. */
  take(claim: Claim, claimant: Claimant): Promise<Holder | undefined>;
  release(claim: Claim, claimant: Claimant): Promise<void>;
}

type ClaimEvent = Extract<Recorded, { type: 'ValueClaimed' | 'ValueReleased' }>;
type Standing = Holder & { readonly event: ClaimEvent };

interface ClaimDeps {
  readonly journal: Journal;
  readonly records: Records;
  readonly now: () => number;
  readonly newId: () => string;
  readonly digest: (kind: string, value: string) => string;
}

const isClaimEvent = (event: Recorded): event is ClaimEvent =>
  event.type === 'ValueClaimed' || event.type === 'ValueReleased';

export function createClaims({ journal, records, now, newId, digest }: ClaimDeps): Claims {
  const streamOfClaim = ({ kind, value }: Claim): StreamName => `claim-${kind}.${digest(kind, value)}`;

  function append(stream: StreamName, type: ClaimEvent['type'], claimant: Claimant, expected: Expected) {
    const { ref, meta } = claimant;
    const events = [{ type, data: { by: ref.id } }];
    // A new id each time: a claim that was let go and is made again is not a repeat.
    return journal.append({ stream, events, meta: auxiliary(meta, newId()), expected });
  }

  /** Who holds the value, counting what counts. */
  async function standing(events: readonly ClaimEvent[], { ref }: Claimant): Promise<Standing | undefined> {
    const cancelled = new Set<string>();
    for (const event of events.toReversed()) {
      const id = event.data.by;
      const folded = await records.refresh({ aggregate: ref.aggregate, id });
      const commandId = event.meta.causationId ?? '';
      const done = folded.done.get(commandId);
      const young = now() - Date.parse(event.recordedAt) < UNDERWAY_MS;
      if (event.type === 'ValueClaimed') {
        // What was claimed in vain changes nothing: who held the value before holds it still.
        if ((done || young) && !cancelled.has(commandId)) return { id, folded, done, event };
      } else if (done) return undefined;
      else cancelled.add(commandId);
    }
    return undefined;
  }

  function isOver({ event }: Standing, claim: Claim, { meta }: Claimant): boolean {
    if (claim.seconds === undefined) return false;
    const apart = Date.parse(meta.occurredAt) - Date.parse(event.meta.occurredAt);
    return Math.abs(apart) >= claim.seconds * 1_000;
  }

  function isMine(holder: Standing, { ref, meta }: Claimant): boolean {
    return (
      holder.id === ref.id && (holder.done !== undefined || holder.event.meta.causationId === meta.commandId)
    );
  }

  async function look(claim: Claim, claimant: Claimant) {
    const read = await Array.fromAsync(journal.readStream(streamOfClaim(claim)));
    const holder = await standing(read.filter(isClaimEvent), claimant);
    const free = !holder || isOver(holder, claim, claimant) || holder.id === claimant.ref.id;
    return { holder, free, expected: read.at(-1)?.revision ?? ('no stream' as const) };
  }

  /** The answer of the same report that is underway is worth a moment. */
  async function settled(claim: Claim, claimant: Claimant) {
    for (let looks = 0; ; looks += 1) {
      const seen = await look(claim, claimant);
      const underway = !seen.free && claim.seconds !== undefined && !seen.holder?.done;
      if (!underway) return seen;
      if (looks === LOOKS) return { ...seen, free: true };
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  async function take(claim: Claim, claimant: Claimant): Promise<Holder | undefined> {
    const stream = streamOfClaim(claim);
    let expected: Expected = 'no stream';
    for (;;) {
      const appended = await append(stream, 'ValueClaimed', claimant, expected);
      if (appended.ok) return undefined;
      const seen = await settled(claim, claimant);
      if (seen.holder && isMine(seen.holder, claimant)) return undefined;
      if (!seen.free) return seen.holder;
      expected = seen.expected;
    }
  }

  async function release(claim: Claim, claimant: Claimant): Promise<void> {
    for (;;) {
      const { holder, expected } = await look(claim, claimant);
      if (holder?.id !== claimant.ref.id) return;
      if ((await append(streamOfClaim(claim), 'ValueReleased', claimant, expected)).ok) return;
    }
  }

  return { take, release };
}
