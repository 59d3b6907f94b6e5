import { describe, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { HOST, THING, disposed, fitted, lent, machine, retired, stock } from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { HALL, ids, kim } from '#tests/support/people.ts';
import { aThing } from '#tests/support/things.ts';

const { fitComponent, removeComponent } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];
const removed: EquipmentEvent = { type: 'ComponentRemoved', data: { hostId: HOST, roomId: HALL } };
const intoHall = { roomId: HALL };

describe('fitting a component', () => {
  const into = { hostId: HOST };
  const aHost = (...events: EquipmentEvent[]) => [...aMachine(), aThing(HOST, machine(), ...events)];

  it('makes it part of another thing', () =>
    given(...aHost())
      .when(fitComponent, into, byKim)
      .then(fitted));
  it('is done to hosts that are lent', () =>
    given(...aHost(lent()))
      .when(fitComponent, into, byKim)
      .then(fitted));
  it('is done once', () =>
    given(...aHost(), aThing(THING, machine(), fitted))
      .when(fitComponent, into, byKim)
      .then());
  it('needs a host', () =>
    given(...aMachine())
      .when(fitComponent, into, byKim)
      .refuses('NoSuchEquipment'));
  it('needs a host that is in use', () =>
    given(...aHost(retired(), disposed))
      .when(fitComponent, into, byKim)
      .refuses('NoSuchEquipment'));
  it('needs another thing', () =>
    given(...aHost())
      .when(fitComponent, { hostId: THING }, byKim)
      .refuses('NoSuchEquipment'));
  it('needs a host that is no component itself', () =>
    given(...aHost({ type: 'ComponentFitted', data: { hostId: ids.equipment(3) } }))
      .when(fitComponent, into, byKim)
      .refuses('IsComponent', { hostId: ids.equipment(3) }));
  it('needs a thing without components of its own', () =>
    given(...aHost())
      .when(fitComponent, into, {
        ...byKim,
        told: { components: [{ equipmentId: ids.equipment(3), tag: 'PR-3' }] },
      })
      .refuses('HasComponents', { tags: 'PR-3' }));
  it('is refused for what is fitted elsewhere', () =>
    given(
      ...aHost(),
      aThing(THING, machine(), { type: 'ComponentFitted', data: { hostId: ids.equipment(3) } }),
    )
      .when(fitComponent, into, byKim)
      .refuses('IsComponent'));
  it('is refused for what is lent', () =>
    given(...aHost(), aThing(THING, machine(), lent()))
      .when(fitComponent, into, byKim)
      .refuses('NotInStock'));
});

describe('removing a component', () => {
  it('brings it into a room', () =>
    given(...aMachine(fitted))
      .when(removeComponent, intoHall, byKim)
      .then(removed));
  it('is done once', () =>
    given(...aMachine(fitted, removed))
      .when(removeComponent, intoHall, byKim)
      .then());
  it('needs a component', () =>
    given(...aMachine())
      .when(removeComponent, intoHall, byKim)
      .refuses('NotFitted'));
});
