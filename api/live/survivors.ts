import type { LiveReads, Touched } from './server.ts';
import { shownElsewhere } from './touched.ts';

/** What was said on tickets that were merged, by the tickets whose pages show it, also by way of others. */
async function saidOn(
  { survivors }: Pick<LiveReads, 'survivors'>,
  merged: readonly Touched[],
): Promise<Map<string, string[]>> {
  const above = await survivors(merged.flatMap(({ into }) => into));
  const said = new Map<string, string[]>();
  for (const one of merged)
    for (const id of one.into.flatMap((into) => [into, ...(above.get(into) ?? [])]))
      said.set(id, [...(said.get(id) ?? []), ...one.said]);
  return said;
}

/** The records with the tickets that they are or were merged into: what is said on one is shown on its survivor. */
export async function withSurvivors(
  reads: Pick<LiveReads, 'survivors'>,
  touched: readonly Touched[],
): Promise<readonly Touched[]> {
  const merged = touched.filter(({ into }) => into.length > 0);
  if (merged.length === 0) return touched;
  const said = await saidOn(reads, merged);
  const known = touched.map((one) => ({ ...one, said: [...one.said, ...(said.get(one.id) ?? [])] }));
  for (const { id } of touched) said.delete(id);
  return [...known, ...Array.from(said, ([id, words]) => ({ ...shownElsewhere('ticket', id), said: words }))];
}
