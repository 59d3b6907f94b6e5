import type { Since } from '#api/contract/problem.ts';
import type { HistoryEntry } from '#api/contract/rows.ts';
import type { Viewer } from '#api/http/route.ts';
import type { SinceOf } from './commands.ts';
import type { Desk } from './desk.ts';

const PATIENCE_MS = 2_000;

const sinceEntry = ({ type, changes, actorName, recordedAt, revision }: HistoryEntry): Since => ({
  type,
  changes,
  actorName,
  at: recordedAt,
  revision,
});

type History = (viewer: Viewer, id: string, after: bigint) => Promise<readonly HistoryEntry[] | undefined>;

/** Tells conflicts from the history that the viewer may read, once it is there. */
export const sinceFrom =
  ({ projector }: Desk, history: History): SinceOf =>
  async (viewer, id, { seen, position }) => {
    await projector.waitFor(position, PATIENCE_MS);
    return ((await history(viewer, id, seen)) ?? []).map(sinceEntry);
  };
