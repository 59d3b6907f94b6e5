import type { CommandName } from '#domain/permissions.ts';
import type { StocktakePageRow, StocktakeRow } from '#projections/stocktakes/row.ts';
import type { Listed } from './answers.ts';

export type StocktakesListed = Listed<StocktakeRow>;

export interface StocktakeAnswer {
  readonly stocktake: StocktakePageRow;
  readonly may: readonly CommandName[];
  readonly position: string;
}

/** What is done about a line of the report; `leave`: nothing. */
export type Decision = 'moveHere' | 'reportMissing' | 'register' | 'leave';

/** The command that follows is caused by the stock-take. */
export interface DecisionBody {
  /** The equipment's id or, where nobody knows it, the scan's. */
  readonly line: string;
  readonly decision: Decision;
  /** What the command needs beside the room: `registerEquipment` its details, `reportMissing` a note. */
  readonly input?: Readonly<Record<string, unknown>>;
}
