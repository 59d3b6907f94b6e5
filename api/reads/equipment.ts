import type {
  EquipmentCountRow,
  EquipmentHistoryRow,
  EquipmentPageRow,
  EquipmentRow,
} from '#api/contract/rows.ts';
import type { EquipmentFilters, ThingAsked } from '#api/routes/equipment/filters.ts';
import { countEquipment } from '#projections/equipmentCounts/query.ts';
import { equipmentHistory } from '#projections/equipmentHistory/query.ts';
import { equipmentOf, type EquipmentAsked } from '#projections/equipmentPage/query.ts';
import { listEquipmentDetailed, type DetailedRow } from '#projections/equipmentRegister/detailed.ts';
import { equipmentKnownAs, type KnownThing } from '#projections/equipmentRegister/knownAs.ts';
import { equipmentByIds, equipmentHeldBy, listEquipment } from '#projections/equipmentRegister/query.ts';
import type { Page, ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { later } from './later.ts';

export interface EquipmentReads {
  /** `items` is the text of a JSON array. */
  readonly list: (
    viewer: Reader,
    filters: EquipmentFilters,
  ) => Promise<{ readonly items: string; readonly next: string | null }>;
  readonly listDetailed: (viewer: Reader, filters: EquipmentFilters) => Promise<Page<DetailedRow>>;
  readonly counts: (viewer: Reader) => Promise<readonly EquipmentCountRow[] | undefined>;
  /** By id or tag, as it is or stood; its book value of today where no day is asked for. */
  readonly find: (
    viewer: Reader,
    idOrTag: string,
    asked?: ThingAsked,
  ) => Promise<{ readonly equipment: EquipmentPageRow } | undefined>;
  readonly history: (
    viewer: Reader,
    id: string,
    after?: bigint,
  ) => Promise<readonly EquipmentHistoryRow[] | undefined>;
  readonly byIds: (viewer: Reader, ids: readonly string[]) => Promise<readonly EquipmentRow[]>;
  /** The things that hold these tags or serial numbers; for the desk itself, which asks for nobody's role. */
  readonly knownAs: (keys: Parameters<typeof equipmentKnownAs>[1]) => Promise<readonly KnownThing[]>;
  /** What is lent to a person; undefined where the viewer may not know. */
  readonly heldBy: (viewer: Reader, userId: string) => Promise<readonly EquipmentRow[] | undefined>;
}

function momentOf({ asOf, revision }: ThingAsked): EquipmentAsked['at'] {
  if (revision !== undefined) return { revision };
  return asOf === undefined ? undefined : { asOf };
}

/** `now` gives an instant, RFC 3339 in UTC. */
export const equipmentReads = (read: ReadDatabase, now: () => string): EquipmentReads => ({
  list: (viewer, filters) => listEquipment(read, viewer, filters),
  listDetailed: (viewer, filters) => listEquipmentDetailed(read, viewer, filters),
  counts: (viewer) => countEquipment(read, viewer),
  find: (viewer, idOrTag, asked = {}) => {
    const valueOn = asked.valueOn ?? (asked.asOf ?? now()).slice(0, 10);
    return equipmentOf(read, viewer, idOrTag, { at: momentOf(asked), valueOn });
  },
  history: async (viewer, id, after) => later(await equipmentHistory(read, viewer, id), after),
  byIds: (viewer, ids) => equipmentByIds(read, viewer, ids),
  knownAs: (keys) => equipmentKnownAs(read, keys),
  heldBy: (viewer, userId) => equipmentHeldBy(read, viewer, userId),
});
