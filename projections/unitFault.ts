import type { Recorded } from '#eventstore/journal.ts';
import type { Look } from './projection.ts';
import type { UnitFold } from './unitFold.ts';
import type { Write } from './write.ts';

/** A projection cannot take an event. */
export class UnitFault extends Error {
  readonly unit: string;
  readonly at: bigint;
  constructor(unit: string, at: bigint, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.unit = unit;
    this.at = at;
  }
}

/** One projection's part in a batch. */
export interface One {
  readonly name: string;
  readonly fold: UnitFold;
  /** Where it has stopped at a fault. */
  readonly until: bigint | undefined;
}

export function foldOne(one: One | undefined, look: Look, event: Recorded): void {
  if (!one || (one.until !== undefined && event.position >= one.until)) return;
  try {
    one.fold.fold(event, look);
  } catch (cause) {
    throw new UnitFault(one.name, event.position, cause);
  }
}

/** What cannot be told is the fault of the whole batch, from its first event on. */
export function writesOf({ name, fold }: One, first: bigint): Write[] {
  try {
    return fold.writes();
  } catch (cause) {
    throw new UnitFault(name, first, cause);
  }
}
