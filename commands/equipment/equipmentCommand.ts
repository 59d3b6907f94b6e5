import type { z } from 'zod';
import {
  equipment,
  isRegistered,
  type Equipment,
  type RegisteredEquipment,
} from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { outlineOf, relationTo } from '#domain/equipment/outline.ts';
import { stageObstacle } from '#domain/equipment/possible.ts';
import type { EquipmentCommandName } from '#domain/permissions.ts';
import type { Rejection } from '#domain/rejection.ts';
import type { Command, Context, Needs, StatesOf } from '../command.ts';
import type { NoNeeds, Spec } from '../define.ts';
import { commandsOn } from '../recordCommand.ts';

const onEquipment = commandsOn({
  aggregate: equipment,
  what: 'equipment',
  exists: isRegistered,
  relation: (_, actor, thing) => relationTo(outlineOf(thing), actor),
});

interface EquipmentSpec<I extends z.ZodObject, N extends Needs> extends Pick<
  Spec<Equipment, EquipmentEvent, I, N>,
  'input' | 'facets' | 'needs' | 'asks' | 'claims'
> {
  readonly name: EquipmentCommandName;
  /** Is all so already that the command asks for? Then nothing happens, at whatever stage the thing is. */
  already?(this: void, thing: RegisteredEquipment, input: z.output<I>, context: Context): boolean;
  /** Decides for a thing that the actor may change and that takes the command at its stage. */
  decide(
    this: void,
    thing: RegisteredEquipment,
    input: z.output<I>,
    context: Context<StatesOf<N>>,
  ): readonly EquipmentEvent[] | Rejection;
}

/** A command on a registered thing, with the checks that all of them share. */
export const equipmentCommand = <I extends z.ZodObject, N extends Needs = NoNeeds>(
  spec: EquipmentSpec<I, N>,
): Command<Equipment, EquipmentEvent, I, N> =>
  onEquipment({
    ...spec,
    decide(thing, input, context) {
      if (spec.already?.(thing, input, context)) return [];
      return stageObstacle(context.actor, spec.name, outlineOf(thing)) ?? spec.decide(thing, input, context);
    },
  });
