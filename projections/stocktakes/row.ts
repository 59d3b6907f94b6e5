import type { Stage } from '#domain/equipment/equipment.ts';
import type { Verdict } from '#domain/stocktake/events.ts';

export interface StocktakeRow {
  readonly stocktakeId: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly status: 'Running' | 'Finished' | 'Cancelled';
  readonly startedById: string | null;
  readonly startedByName: string;
  readonly startedAt: string;
  /** When it came to its end, and when that was recorded: later where it is told afterwards. */
  readonly finishedAt: string | null;
  readonly endRecordedAt: string | null;
  readonly expected: number;
  readonly found: number;
  readonly elsewhere: number;
  readonly unknown: number;
  readonly revision: string;
  readonly position: string;
}

export interface StocktakeScan {
  readonly scanId: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly equipmentId: string | null;
  readonly name: string | null;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly byId: string | null;
  readonly byName: string;
  /** When it was scanned, and when that was recorded: later where the connection was lost. */
  readonly at: string;
  readonly recordedAt: string;
  readonly undone: boolean;
  /** When it was taken back, and by whom. */
  readonly undoneAt: string | null;
  readonly undoneById: string | null;
  readonly undoneByName: string | null;
}

/** What can be decided about a line goes by where the thing stands now. */
export interface StandsNow {
  /** Null: nobody knows the thing. */
  readonly stage: Stage | null;
  /** Whether it is fitted into another thing, and goes where that goes. */
  readonly isPart: boolean;
}

interface ReportedLine extends StandsNow {
  /** The command that followed from the line; null: nothing was decided. */
  readonly decision: string | null;
}

/** A stock-take with what was expected and what was scanned, each as a line of its report. */
export interface StocktakePageRow extends StocktakeRow {
  readonly items: readonly (ReportedLine & {
    readonly equipmentId: string;
    readonly tag: string;
    readonly name: string;
    readonly found: boolean;
  })[];
  readonly scans: readonly (StocktakeScan & ReportedLine)[];
}
