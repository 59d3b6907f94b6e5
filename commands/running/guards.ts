import { guard as announced, isEnding } from '#domain/guard.ts';
import { streamOf } from '#domain/ids.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import type { Journal, Metadata } from '#eventstore/journal.ts';
import type { Guard, Ref } from '../command.ts';
import type { Folded, Records } from './records.ts';
import { auxiliary } from './request.ts';

/** A record as it is about to end, and the command by which. */
export interface Ending {
  readonly ref: Ref<unknown>;
  readonly folded: Folded<unknown>;
  readonly meta: Metadata;
}

export interface Guards {
  /** Announces the end of a record; why it may not end where the keeper does not stand or is about to end. */
  pass(guard: Guard, ending: Ending): Promise<Rejection | undefined>;
}

interface GuardDeps {
  readonly journal: Journal;
  readonly records: Records;
  readonly newId: () => string;
}

/**
 * Whoever ends a record looks at the guard, then at the keeper, and announces the end at the guard's exact revision
 * before it is appended to the record. So of two that keep each other, the second finds the first announced: either
 * it has happened, or it may still happen, as long as the record stands at the revision for which it was announced.
 * No clock is asked; what a crash has announced for nothing is over with the next change of the record.
 */
export function createGuards({ journal, records, newId }: GuardDeps): Guards {
  return {
    async pass({ kind, keeper, stands, otherwise }, { ref, folded, meta }) {
      const guarded = { aggregate: announced, id: kind };
      const end = { of: ref.id, revision: Number(folded.revision) };
      for (;;) {
        const { state, revision: expected } = await records.refresh(guarded);
        const kept = await records.refresh(keeper);
        if (!stands(kept.state) || isEnding(state, keeper.id, Number(kept.revision)))
          return refuse(otherwise);
        const appended = await journal.append({
          stream: streamOf(announced.category, kind),
          events: [{ type: 'EndAnnounced', data: end }],
          meta: auxiliary(meta, newId()),
          expected,
        });
        if (appended.ok) return undefined;
      }
    },
  };
}
