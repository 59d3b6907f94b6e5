import { z } from 'zod';
import type { Equipment } from '#domain/equipment/equipment.ts';
import { isKnown } from '#domain/equipment/known.ts';
import { tagOf } from '#domain/equipment/label.ts';
import { hostOf, roomOf } from '#domain/equipment/rules.ts';
import { equipmentId, scanId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { scannedText } from '#domain/stocktake/events.ts';
import { isScanned, takes, verdictOn, type Found } from '#domain/stocktake/rules.ts';
import type { Thing } from '../command.ts';
import { equipmentRef } from '../refs.ts';
import { stocktakeCommand } from './stocktakeCommand.ts';

interface Needed {
  readonly thing: Equipment | undefined;
  readonly host: Equipment | undefined;
}

/** A component is where its host is. */
const roomOfEither = ({ thing, host }: Needed) =>
  (isKnown(thing) ? roomOf(thing.standing) : null) ?? (isKnown(host) ? roomOf(host.standing) : null);

const foundAs = (tagged: Thing | null, needed: Needed): Found | null =>
  tagged && isKnown(needed.thing)
    ? { equipmentId: equipmentId.parse(tagged.equipmentId), tag: tagged.tag, roomId: roomOfEither(needed) }
    : null;

/** Tells what a scanned label, or a typed tag, means in this room. A thing counts once, however often and by whomever it is scanned. */
export const scan = stocktakeCommand({
  name: 'scan',
  input: z.strictObject({ scanId, text: scannedText }),
  facets: [],
  asks: ({ input }) => ({ tagged: tagOf(input.text) }),
  needs({ told: { tagged }, known }) {
    const thing = equipmentRef(tagged?.equipmentId);
    const found = known(thing);
    return { thing, host: equipmentRef(isKnown(found) ? hostOf(found.standing) : null) };
  },
  decide(stocktake, { scanId: id, text }, { needed, told, occurredAt }) {
    if (stocktake.scans.has(id) || stocktake.undone.has(id)) return [];
    const { status } = stocktake;
    if (!takes(stocktake, occurredAt)) return refuse('StocktakeOver', { status });
    const judged = verdictOn(stocktake, tagOf(text), foundAs(told.tagged, needed));
    return isScanned(stocktake, judged)
      ? []
      : [{ type: 'EquipmentScanned', data: { scanId: id, ...judged } }];
  },
});
