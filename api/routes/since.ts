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
  async (viewer, id, clashing) => {
    const [first, last] = [clashing.at(0), clashing.at(-1)];
    if (!first || !last) return [];
    await projector.waitFor(last.position, PATIENCE_MS);
    const revisions = new Set(clashing.map(({ revision }) => String(revision)));
    const entries = (await history(viewer, id, first.revision - 1n)) ?? [];
    return entries.filter(({ revision }) => revisions.has(revision)).map(sinceEntry);
  };
