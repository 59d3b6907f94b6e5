import type { BatchId } from '../ids.ts';
import type { RegisteredEquipment } from './equipment.ts';
import type { Before, Undoable } from './undoable.ts';

/** What changes of a thing apart from the rest: a batch may be taken back while only another part has changed since. */
type Part = 'stood' | 'details' | 'rest';
type Change = Partial<RegisteredEquipment>;

/** How many batches are remembered, each on top of the one before. */
const DEEPEST = 8;
const NOTHING: Before = { stood: null, details: null };

/** Registering is all that there is of a thing. */
function partsOf({ before }: Undoable): readonly Part[] {
  if (!before) return ['stood', 'details', 'rest'];
  return (['stood', 'details'] as const).filter((part) => before[part] !== null);
}

function partOf(change: Change): Part {
  if ('standing' in change || 'labelledAt' in change) return 'stood';
  return 'details' in change ? 'details' : 'rest';
}

function beforeOf({ standing, condition, labelledAt, details }: RegisteredEquipment, part: Part) {
  if (part === 'stood') return { stood: { standing, condition, labelledAt } };
  return part === 'details' ? { details } : {};
}

/** What is left once these parts have changed for good, and so what lies beneath and shares a part with what is lost. */
function without(undoable: readonly Undoable[], changed: readonly Part[]): readonly Undoable[] {
  const lost = new Set(changed);
  return undoable.filter((one) => {
    const parts = partsOf(one);
    if (!parts.some((part) => lost.has(part))) return true;
    for (const part of parts) lost.add(part);
    return false;
  });
}

function isCovered(undoable: readonly Undoable[], index: number, parts: readonly Part[]): boolean {
  const above = undoable.slice(0, index).flatMap(partsOf);
  return parts.some((part) => above.includes(part));
}

/** What can be taken back of a thing after a change; `batchId` is null where it was changed alone. */
export function undoableAfter(
  thing: RegisteredEquipment,
  change: Change,
  batchId: BatchId | null,
): readonly Undoable[] {
  const { undoable } = thing;
  const part = partOf(change);
  if (batchId === null) return without(undoable, [part]);
  const index = undoable.findIndex((one) => one.batchId === batchId);
  const own = undoable[index];
  if (!own)
    return [{ batchId, before: { ...NOTHING, ...beforeOf(thing, part) } }, ...undoable].slice(0, DEEPEST);
  // Another batch came in between, so that neither can be undone as a whole.
  if (isCovered(undoable, index, [part])) return without(undoable, [part, ...partsOf(own)]);
  if (partsOf(own).includes(part) || !own.before) return undoable;
  return undoable.with(index, { batchId, before: { ...own.before, ...beforeOf(thing, part) } });
}

/** What a batch did to a thing, where all of it can still be undone. */
export function undoableOf({ undoable }: RegisteredEquipment, batchId: BatchId): Undoable | undefined {
  const index = undoable.findIndex((one) => one.batchId === batchId);
  const own = undoable[index];
  return own && !isCovered(undoable, index, partsOf(own)) ? own : undefined;
}

/** A thing after what a batch did to it was undone. */
export function undone(thing: RegisteredEquipment, batchId: BatchId): RegisteredEquipment {
  const own = undoableOf(thing, batchId);
  if (!own) return thing;
  const { stood, details } = own.before ?? { stood: { standing: { stage: 'Withdrawn' } }, details: null };
  const undoable = thing.undoable.filter((one) => one !== own);
  return { ...thing, ...stood, ...(details && { details }), undoable, takenBack: batchId };
}
