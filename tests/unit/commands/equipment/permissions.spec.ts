import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import { equipmentCommands } from '#commands/registry.ts';
import type { Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { mayCommand, UNRELATED, type EquipmentCommandName } from '#domain/permissions.ts';
import { isRejection } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import { plainEquipmentInputs } from '#tests/properties/equipmentInputs.ts';
import {
  THING,
  checkedIn,
  inRepair,
  lent,
  lentTo,
  machine,
  signed,
  stock,
} from '#tests/support/equipment.ts';
import { decideIn, given, knownFrom } from '#tests/support/given.ts';
import { AUDREY, KIM, ada, ana, audrey, ben, kim } from '#tests/support/people.ts';
import { aThing } from '#tests/support/things.ts';

const all = Object.keys(equipmentCommands) as EquipmentCommandName[];
const names = all.filter((name) => name !== 'registerEquipment');
const own = { own: true, involved: false };

function refusalOf(name: EquipmentCommandName, actor: Actor, ...events: EquipmentEvent[]): string {
  const known = knownFrom([...stock, aThing(THING, machine(), ...events)]);
  const command = equipmentCommands[name] as Command<Equipment, EquipmentEvent>;
  const decision = decideIn(known, command, { ...plainEquipmentInputs[name] }, { id: THING, actor });
  const refused = isRejection(decision) ? decision.rejection : '';
  return refused === 'NotFound' || refused === 'NotAllowed' ? refused : 'allowed';
}

describe.each(names)('%s', (name) => {
  const allowed = (actor: Actor, relation = UNRELATED) =>
    mayCommand(actor, name, relation) ? 'allowed' : 'NotAllowed';

  it.each([
    ['what is in stock', []],
    ['what is lent to somebody else', [lent()]],
    ['what was lent to them', [lent(), checkedIn()]],
  ])('does not exist for requesters, for %s', (_, events) =>
    expect(refusalOf(name, events.length > 1 ? ana : ben, ...events)).toBe('NotFound'),
  );

  it.each([
    ['waits for their signature', [lent()]],
    ['is signed for', [lent(), signed]],
    ['is in repair', [lent(), inRepair]],
  ])('is for the requester to whom it is lent as the table says, when it %s', (_, events) =>
    expect(refusalOf(name, ana, ...events)).toBe(allowed(ana, own)),
  );

  it('is for an auditor as the table says', () => {
    expect(refusalOf(name, audrey, lent())).toBe('NotAllowed');
    expect(refusalOf(name, audrey, lentTo(AUDREY))).toBe(allowed(audrey, own));
  });

  it.each([
    ['technician', kim],
    ['admin', ada],
  ] as const)('is for a %s as the table says', (_, actor) =>
    expect(refusalOf(name, actor, lent())).toBe(allowed(actor)),
  );

  it('is for a technician to whom it is lent as the table says', () =>
    expect(refusalOf(name, kim, lentTo(KIM))).toBe(allowed(kim, own)));

  it('needs a thing', () =>
    given(...stock)
      .when(
        equipmentCommands[name] as Command<Equipment, EquipmentEvent>,
        { ...plainEquipmentInputs[name] },
        { id: THING, actor: kim },
      )
      .refuses('NotFound'));
});

describe('registering', () => {
  const { registerEquipment } = equipmentCommands;
  const input = plainEquipmentInputs.registerEquipment;

  it.each([
    ['a requester', ana],
    ['an auditor', audrey],
  ])('is not for %s', (_, actor) =>
    given(...stock)
      .when(registerEquipment, input, { id: THING, actor })
      .refuses('NotAllowed'),
  );
});
