import { z } from 'zod';
import { isRegistered } from '#domain/equipment/equipment.ts';
import { disposal, note } from '#domain/equipment/words.ts';
import { NO_CLAIMS } from '../define.ts';
import { componentObstacle } from './componentObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';
import { claimsOfThing } from './uniqueClaims.ts';

/** Ends the life of what is retired; its tag and serial number are free for others then. */
export const disposeOfEquipment = equipmentCommand({
  name: 'disposeOfEquipment',
  input: z.strictObject({ method: disposal, note: note.default('') }),
  facets: ['place'],
  asks: ({ id }) => ({ componentsOf: id }),
  claims: (_, state) => (isRegistered(state) ? { take: [], release: claimsOfThing(state) } : NO_CLAIMS),
  already: ({ standing }) => standing.stage === 'Disposed',
  decide: (_, input, { told }) => componentObstacle(told) ?? [{ type: 'EquipmentDisposed', data: input }],
});
