import fc from 'fast-check';
import type { Command, Known, Ref } from '#commands/command.ts';
import { equipmentCommands } from '#commands/registry.ts';
import { equipment, type Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import type { Happened } from '#domain/event.ts';
import type { EquipmentCommandName } from '#domain/permissions.ts';
import { isRejection, type Rejection } from '#domain/rejection.ts';
import { actorId, DESK, type Actor } from '#domain/role.ts';
import { HOST, MACHINES, THING, fitted, machine, stock, terms } from '#tests/support/equipment.ts';
import { decideIn, knownFrom, NOW } from '#tests/support/given.ts';
import { LAB, ada, ana, audrey, ben, ids, kim } from '#tests/support/people.ts';
import { aRoom, ticketWith } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';
import { equipmentInputs } from './equipmentInputs.ts';

export const actors: readonly Actor[] = [ana, ben, kim, audrey, ada, DESK];
export const names = Object.keys(equipmentCommands) as EquipmentCommandName[];

/** A command by somebody, some hours after the one before. */
export interface Step {
  readonly name: EquipmentCommandName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly hours: number;
  /** Whether the tables say that something is fitted into it. */
  readonly isHost: boolean;
}

const { acceptCheckout, checkOut } = equipmentCommands;
/** Lending and signing more often: they need the right person at the right time. */
const told = [...names, ...Array.from({ length: 3 }, () => [acceptCheckout.name, checkOut.name]).flat()];

export const step: fc.Arbitrary<Step> = fc.constantFrom(...(told as typeof names)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    input: equipmentInputs[name] as fc.Arbitrary<Record<string, unknown>>,
    actor: fc.constantFrom(kim, kim, kim, ...actors),
    hours: fc.constantFrom(0, 1, 30),
    isHost: fc.constantFrom(false, false, false, true),
  }),
);
export const story = fc.array(step, { minLength: 30, maxLength: 80, size: 'max' });

const others = knownFrom([
  ...stock,
  aRoom(ids.room(4)),
  ticketWith(),
  terms(1),
  aThing(HOST, machine({ tag: 'PR-9' })),
  aThing(ids.equipment(3), machine({ tag: 'PR-3' }), fitted),
]);

/** All other records with the thing in one state. */
export const knowing = (state: Equipment): Known => {
  const own = new Map<unknown, unknown>([[THING, state]]);
  return <S>(ref: Ref<S> | undefined) => (own.get(ref?.id) as S | undefined) ?? others(ref);
};

/** What the thing in a state makes of a command at an instant. */
export const tryStep = (
  state: Equipment,
  { name, input, actor, isHost = false }: Omit<Step, 'hours' | 'isHost'> & { readonly isHost?: boolean },
  now: string,
) =>
  decideIn(knowing(state), equipmentCommands[name] as Command<Equipment, EquipmentEvent>, input, {
    id: THING,
    actor,
    now,
    told: { components: isHost ? [{ equipmentId: ids.equipment(3), tag: 'PR-3' }] : [] },
  });

export interface Taken {
  readonly step: Step;
  readonly at: string;
  readonly before: Equipment;
  readonly decision: readonly EquipmentEvent[] | Rejection;
  readonly after: Equipment;
  readonly events: readonly Happened<EquipmentEvent>[];
}

export function take(step: Step, before: Equipment, at: string): Taken {
  const decision = tryStep(before, step, at);
  const decided = isRejection(decision) ? [] : decision;
  const events = decided.map((event) => ({ ...event, by: actorId(step.actor), at }));
  return { step, at, before, decision, events, after: events.reduce<Equipment>(equipment.evolve, before) };
}

const registration = (batchId: string | null): Step => ({
  name: 'registerEquipment',
  input: { tag: 'PR-1', name: 'Printer', categoryId: MACHINES, roomId: LAB, batchId },
  actor: kim,
  hours: 0,
  isHost: false,
});

/** Lets a thing that Kim registers, alone or by a batch, live through a story. */
export function live(steps: readonly Step[], batchId: string | null = null): readonly Taken[] {
  const taken = [take(registration(batchId), equipment.initial, NOW)];
  let at = Temporal.Instant.from(NOW);
  for (const next of steps) {
    at = at.add({ hours: next.hours });
    taken.push(take(next, taken.at(-1)?.after ?? equipment.initial, at.toString()));
  }
  return taken;
}
