import { z } from 'zod';
import { isRegistered, type Equipment } from '#domain/equipment/equipment.ts';
import { hostOf, isGone } from '#domain/equipment/rules.ts';
import { equipmentId } from '#domain/ids.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import { equipmentRef } from '../refs.ts';
import { componentObstacle } from './componentObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';

function hostObstacle(host: Equipment | undefined): Rejection | null {
  if (!isRegistered(host) || isGone(host.standing.stage)) return refuse('NoSuchEquipment');
  const hostId = hostOf(host.standing);
  return hostId === null ? null : refuse('IsComponent', { hostId });
}

/** Makes a thing part of another one, which it goes with from then on. */
export const fitComponent = equipmentCommand({
  name: 'fitComponent',
  input: z.strictObject({ hostId: equipmentId }),
  facets: ['place'],
  needs: ({ input }) => ({ host: equipmentRef(input.hostId) }),
  asks: ({ id }) => ({ componentsOf: id }),
  already: ({ standing }, { hostId }) => hostOf(standing) === hostId,
  decide(_, input, { id, needed, told }) {
    if (input.hostId === id) return refuse('NoSuchEquipment');
    return hostObstacle(needed.host) ?? componentObstacle(told) ?? [{ type: 'ComponentFitted', data: input }];
  },
});
