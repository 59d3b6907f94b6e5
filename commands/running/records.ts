import { LRUCache } from 'lru-cache';
import type { Aggregate, Happened } from '#domain/event.ts';
import { streamOf, type StreamName } from '#domain/ids.ts';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import type { Ref } from '../command.ts';

/** What a command led to when it was carried out. */
export interface Done {
  readonly revision: bigint;
  readonly position: bigint;
  readonly events: readonly string[];
}

/** A record as its stream tells it. */
export interface Folded<S> {
  readonly state: S;
  readonly revision: bigint | 'no stream';
  /** Of the last event; 0 without one. */
  readonly position: bigint;
  /** By command id: what stands in the stream is never carried out again. */
  readonly done: Map<string, Done>;
  /** When this was last seen to be the end of the stream, in ms since 1970. */
  readonly verifiedAt: number;
}

export interface Records {
  /** As far as this process knows; another may have added to it. */
  known<S>(ref: Ref<S>): Folded<S> | undefined;
  /** With all that stands in the journal now. */
  refresh<S>(ref: Ref<S>): Promise<Folded<S>>;
  /** Verified within the last `maxAgeMs` milliseconds. */
  recent<S>(ref: Ref<S>, maxAgeMs: number): Promise<Folded<S>>;
  /** Adds what has just been appended by one command. */
  extend<S, E extends { readonly type: string }>(
    ref: Ref<S>,
    folded: Folded<S>,
    appended: { commandId: string; events: readonly Happened<E>[]; revision: bigint; position: bigint },
  ): Folded<S>;
  forget(ref: Ref<unknown>): void;
  /** The last position in the journal that this process has met. */
  newest(): bigint;
}

const RECORDS_IN_MEMORY = 10_000;

const nameOf = ({ aggregate, id }: Ref<unknown>): StreamName => streamOf(aggregate.category, id);

/** What is done stays done, so all that is ever folded of a record shares one map of it. */
function fold<S>(
  aggregate: Aggregate<S, unknown>,
  before: Folded<S>,
  events: readonly Recorded[],
): Folded<S> {
  const done = new Map<string, Done>();
  let { state, revision, position } = before;
  for (const event of events) {
    state = aggregate.evolve(state, event);
    ({ revision, position } = event);
    const earlier = done.get(event.meta.commandId)?.events ?? [];
    done.set(event.meta.commandId, { revision, position, events: [...earlier, event.type] });
  }
  for (const [commandId, result] of done) before.done.set(commandId, result);
  return { ...before, state, revision, position };
}

/** Folded records in memory; `now` is in ms since 1970. */
export function createRecords(journal: Journal, now: () => number): Records {
  const cache = new LRUCache<StreamName, Folded<unknown>>({ max: RECORDS_IN_MEMORY });
  let newest = 0n;
  const reading = new Map<StreamName, Promise<Folded<unknown>>>();

  function known<S>(ref: Ref<S>): Folded<S> | undefined {
    return cache.get(nameOf(ref)) as Folded<S> | undefined;
  }

  function keep<S>(ref: Ref<S>, folded: Folded<S>): Folded<S> {
    if (folded.position > newest) newest = folded.position;
    const kept = known(ref);
    if (kept && kept.position > folded.position) return kept;
    cache.set(nameOf(ref), folded);
    return folded;
  }

  async function refresh<S>(ref: Ref<S>): Promise<Folded<S>> {
    const before: Folded<S> = known(ref) ?? {
      state: ref.aggregate.initial,
      revision: 'no stream',
      position: 0n,
      done: new Map(),
      verifiedAt: 0,
    };
    const verifiedAt = now();
    const from = before.revision === 'no stream' ? 0n : before.revision + 1n;
    const events = await Array.fromAsync(journal.readStream(nameOf(ref), from));
    return keep(ref, { ...fold(ref.aggregate, before, events), verifiedAt });
  }

  async function shared<S>(ref: Ref<S>): Promise<Folded<S>> {
    const name = nameOf(ref);
    const running = reading.get(name) ?? refresh(ref).finally(() => reading.delete(name));
    reading.set(name, running);
    return (await running) as Folded<S>;
  }

  return {
    known,
    refresh,
    async recent(ref, maxAgeMs) {
      const folded = known(ref);
      return folded && Math.abs(now() - folded.verifiedAt) < maxAgeMs ? folded : shared(ref);
    },
    extend(ref, folded, { commandId, events, revision, position }) {
      const state = events.reduce((before, event) => ref.aggregate.evolve(before, event), folded.state);
      folded.done.set(commandId, { revision, position, events: events.map(({ type }) => type) });
      return keep(ref, { ...folded, state, revision, position, verifiedAt: now() });
    },
    newest: () => newest,
    forget: (ref) => void cache.delete(nameOf(ref)),
  };
}
