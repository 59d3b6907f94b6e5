import {
  awaitedBackIn,
  componentsOf,
  holdsItsTag,
  occupantsOf,
  thingTagged,
} from '#projections/equipmentRegister/query.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

export interface Thing {
  readonly equipmentId: string;
  readonly tag: string;
}

/** What commands ask of the tables; see `Tables` of the commands. */
export interface DeskTables {
  occupantsOf(this: void, roomId: string): Promise<readonly Thing[]>;
  awaitedBackIn(this: void, roomId: string): Promise<readonly Thing[]>;
  componentsOf(this: void, equipmentId: string): Promise<readonly Thing[]>;
  tagged(this: void, tag: string): Promise<Thing | null>;
}

/** The tables do not yet hold all that has been done; ask again. */
export class TablesBehind extends Error {
  override readonly name = 'TablesBehind';
}

const thing = ({ equipmentId, tag }: EquipmentRow): Thing => ({ equipmentId, tag });

/** `whenAllIsIn` resolves once the tables hold all that this process has done. */
export function deskTables(read: ReadDatabase, whenAllIsIn: () => Promise<void>): DeskTables {
  return {
    occupantsOf: async (roomId) => {
      await whenAllIsIn();
      return (await occupantsOf(read, roomId)).map(thing);
    },
    awaitedBackIn: async (roomId) => {
      await whenAllIsIn();
      return (await awaitedBackIn(read, roomId)).map(thing);
    },
    componentsOf: async (equipmentId) => {
      await whenAllIsIn();
      return (await componentsOf(read, equipmentId)).map(thing);
    },
    tagged: async (tag) => {
      await whenAllIsIn();
      const found = await thingTagged(read, tag);
      return found && holdsItsTag(found) ? thing(found) : null;
    },
  };
}
