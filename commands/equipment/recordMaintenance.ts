import { z } from 'zod';
import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import { latestDayAt } from '#domain/equipment/rules.ts';
import { day, note, words } from '#domain/equipment/words.ts';
import { refuse } from '#domain/rejection.ts';
import { equipmentCommand } from './equipmentCommand.ts';

const input = z.strictObject({
  doneOn: day,
  note: note.default(''),
  /** Of the steps of the plan those that were done. */
  ticked: z.array(words.min(1)).max(30).default([]),
});

/** Of a checklist each step with whether it was done; undefined where something was ticked that is not in it. */
function checked({ maintenance }: RegisteredEquipment, ticked: readonly string[]) {
  const steps = maintenance?.checklist ?? [];
  if (ticked.some((step) => !steps.includes(step))) return undefined;
  return steps.map((step) => ({ step, done: ticked.includes(step) }));
}

/** Maintenance was done on a day, planned or not. Each time is a fact of its own; a repeat is known by its command id. */
export const recordMaintenance = equipmentCommand({
  name: 'recordMaintenance',
  input,
  facets: ['maintenance'],
  decide(thing, { doneOn, note, ticked }, { occurredAt }) {
    if (doneOn > latestDayAt(occurredAt)) return refuse('InTheFuture', { doneOn });
    const checklist = checked(thing, ticked);
    return checklist
      ? [{ type: 'MaintenanceDone', data: { doneOn, note, checklist } }]
      : refuse('NoSuchItem');
  },
});
