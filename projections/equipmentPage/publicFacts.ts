import type { PublicFact } from '#domain/settings/events.ts';
import { holdsItsTag, thingTagged } from '#projections/equipmentRegister/query.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { settingsNow } from '#projections/settings/query.ts';

const facts: Readonly<Record<PublicFact, (row: EquipmentRow) => string | null>> = {
  name: (row) => row.name,
  category: (row) => row.categoryName,
  room: (row) => row.roomName,
};

/** What anybody who scans a label may know: what administrators allow, and nothing where there is no such thing. */
export async function publicFactsOf(
  read: ReadDatabase,
  tag: string,
): Promise<{ readonly [F in PublicFact]?: string }> {
  const [row, { publicScan }] = await Promise.all([thingTagged(read, tag), settingsNow(read)]);
  if (!row || !holdsItsTag(row)) return {};
  const told = publicScan.facts.map((fact) => [fact, facts[fact](row)]);
  return Object.fromEntries(told.filter(([, value]) => value !== null)) as { [F in PublicFact]?: string };
}
