import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import { equipmentEvents } from '#domain/equipment/events.ts';
import { dayOf } from '#domain/equipment/rules.ts';
import { day, repetition } from '#domain/equipment/words.ts';
import { equipmentCommand } from './equipmentCommand.ts';

const input = z.strictObject({
  /** Null: nothing is planned any more. */
  repetition: repetition.nullable(),
  /** Absent: the day of the plan that there is, or today. */
  startsOn: day.optional(),
  checklist: equipmentEvents.MaintenancePlanned.data.shape.checklist.default([]),
});

function planOf(
  { maintenance }: RegisteredEquipment,
  { repetition, startsOn, checklist }: z.output<typeof input>,
  today: string,
) {
  return repetition
    ? { repetition, startsOn: startsOn ?? maintenance?.startsOn ?? today, checklist }
    : { repetition: null, startsOn: null, checklist: [] };
}

/** Plans what is done to a thing again and again. */
export const planMaintenance = equipmentCommand({
  name: 'planMaintenance',
  input,
  facets: ['maintenance'],
  already(thing, input, { occurredAt }) {
    const { maintenance } = thing;
    if (!maintenance || !input.repetition) return maintenance === null && input.repetition === null;
    const { lastDoneOn: _, ...plan } = maintenance;
    return isDeepStrictEqual(plan, planOf(thing, input, dayOf(occurredAt)));
  },
  decide: (thing, input, { occurredAt }) => [
    { type: 'MaintenancePlanned', data: planOf(thing, input, dayOf(occurredAt)) },
  ],
});
