import { z } from 'zod';
import { tag } from '../equipment/words.ts';
import { kind, type EventOf } from '../event.ts';
import { equipmentId, roomId, scanId } from '../ids.ts';

/** What a scan says: it belongs here, it belongs into another room, or nobody knows it. */
export const verdict = z.enum(['expected', 'elsewhere', 'unknown']);
export type Verdict = z.infer<typeof verdict>;

/** What is scanned may be no tag at all. */
export const scannedText = z.string().trim().min(1).max(200);

export const cancelReason = z.string().trim().max(2_000);

const item = z.object({ equipmentId, tag });
export const stocktakeEvents = {
  /** The expected set is frozen here. */
  StocktakeStarted: kind(['record'], z.object({ roomId, expected: z.array(item).max(5_000) })),
  EquipmentScanned: kind(
    [],
    z.object({
      scanId,
      /** The tag of a thing that is known, and else what was scanned. */
      text: scannedText,
      verdict,
      equipmentId: equipmentId.nullable(),
      /** Where it should be; null where nobody knows it, or it is with a person. */
      roomId: roomId.nullable(),
    }),
  ),
  ScanUndone: kind([], z.object({ scanId })),
  StocktakeFinished: kind(
    ['status'],
    z.object({
      missing: z.array(item),
      elsewhere: z.array(item.extend({ roomId: roomId.nullable() })),
      unknown: z.array(z.object({ scanId, text: scannedText })),
    }),
  ),
  /** Somebody has seen a line of the report and leaves it as it is: a thing or, where nobody knows it, a scan. */
  StocktakeLineLeft: kind(
    [],
    z.object({ equipmentId: equipmentId.nullable(), scanId: scanId.nullable(), text: scannedText }),
  ),
  StocktakeCancelled: kind(['status'], z.object({ reason: cancelReason })),
} as const;

export type StocktakeEvent = EventOf<typeof stocktakeEvents>;
