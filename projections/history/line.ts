import type { Recorded } from '#eventstore/journal.ts';
import { recordedOf } from '#projections/entry.ts';
import type { Sight } from '#projections/projection.ts';

/** A line of a history as it is stored. */
export interface StoredLine {
  readonly id: number | string;
  readonly revision: number;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly entry: string;
}

export const eventOf = (line: StoredLine, category: string, entityId: string): Recorded =>
  recordedOf({ ...line, position: String(line.id), category, entityId });

export type AnyFold<R> = (row: R | null, event: Recorded, sight: Sight) => R | null;
/** Of rows that know no others. */
export const alone = (): null => null;
