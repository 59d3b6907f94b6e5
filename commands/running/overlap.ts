import { catalogue } from '#domain/catalogue.ts';
import { clash } from '#domain/event.ts';
import type { StreamName } from '#domain/ids.ts';
import type { Journal, Recorded } from '#eventstore/journal.ts';

/**
 * What has happened to a record since the actor saw it, that a command on these facets may not pass over.
 * Undefined: the command can go on. Empty: the actor claims to have seen what has not happened yet.
 */
export async function overlapOf(
  journal: Journal,
  stream: StreamName,
  { seen, revision, facets }: { seen: bigint; revision: bigint; facets: readonly string[] },
): Promise<readonly Recorded[] | undefined> {
  if (seen === revision) return undefined;
  if (seen > revision) return [];
  const since = await Array.fromAsync(journal.readStream(stream, seen + 1n));
  const clashing = since.filter(({ type }) => clash(facets, catalogue[type].facets));
  return clashing.length === 0 ? undefined : clashing;
}
