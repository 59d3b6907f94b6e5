import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, Known, Ref } from '#commands/command.ts';
import { equipmentCommands, roomCommands } from '#commands/registry.ts';
import { equipment, isRegistered, type Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { awaitedBackIn, roomOf } from '#domain/equipment/rules.ts';
import { isRejection } from '#domain/rejection.ts';
import { actorId } from '#domain/role.ts';
import { room, type Room } from '#domain/room/room.ts';
import { THING } from '#tests/support/equipment.ts';
import { decideIn, folded, happened, knownFrom, NOW } from '#tests/support/given.ts';
import { ada, HALL, ids, LAB } from '#tests/support/people.ts';
import { aRoom } from '#tests/support/records.ts';
import { knowing, live, step, type Step } from './equipmentWorld.ts';

const rooms = [LAB, HALL, ids.room(3)];
const closing = fc.constantFrom(...rooms).map((roomId) => ({ closes: roomId }));
type Told = Step | { readonly closes: string };
const story = fc.array<Told>(fc.oneof({ arbitrary: step, weight: 6 }, { arbitrary: closing, weight: 1 }), {
  minLength: 20,
  maxLength: 80,
  size: 'max',
});

interface House {
  readonly thing: Equipment;
  readonly closed: ReadonlySet<string>;
}
const closedRoom: Room = folded(room, [
  happened({ type: 'RoomOpened', data: { name: 'Was one', building: '', floor: '' } }),
  happened({ type: 'RoomClosed', data: {} }),
]);

/** All records as they are once some rooms have been closed. */
const knownIn = ({ thing, closed }: House): Known => {
  const shut = new Map<unknown, unknown>([...closed].map((roomId) => [roomId, closedRoom]));
  const others = knowing(thing);
  return <S>(ref: Ref<S> | undefined) => (shut.get(ref?.id) as S | undefined) ?? others(ref);
};

/** What the tables say of the one thing that there is. */
function told({ thing }: House, roomId: string) {
  const itself = [{ equipmentId: THING, tag: 'PR-1' }];
  const standing = isRegistered(thing) ? thing.standing : undefined;
  return {
    occupants: standing && roomOf(standing) === roomId ? itself : [],
    awaited: standing && awaitedBackIn(standing) === roomId ? itself : [],
  };
}

function close(house: House, roomId: string): House {
  const known = house.closed.has(roomId)
    ? knownIn(house)
    : knownFrom([aRoom(ids.room(3)), aRoom(LAB), aRoom(HALL)]);
  const decided = decideIn(
    known,
    roomCommands.closeRoom,
    {},
    { id: roomId, actor: ada, told: told(house, roomId) },
  );
  if (isRejection(decided) || decided.length === 0) return house;
  return { ...house, closed: new Set(house.closed).add(roomId) };
}

function happens(house: House, { name, input, actor, isHost }: Step): House {
  const components = isHost ? [{ equipmentId: ids.equipment(3), tag: 'PR-3' }] : [];
  const command = equipmentCommands[name] as Command<Equipment, EquipmentEvent>;
  const decided = decideIn(knownIn(house), command, input, { id: THING, actor, told: { components } });
  if (isRejection(decided)) return house;
  const events = decided.map((event) => ({ ...event, by: actorId(actor), at: NOW }));
  return { ...house, thing: events.reduce<Equipment>(equipment.evolve, house.thing) };
}

function* lived(steps: readonly Told[]): Generator<House> {
  let house: House = { thing: live([]).at(-1)?.after ?? equipment.initial, closed: new Set() };
  for (const one of steps) {
    house = 'closes' in one ? close(house, one.closes) : happens(house, one);
    yield house;
  }
}

describe('a room that is closed', () => {
  it('has nothing in it and gets nothing back, whatever happens to a thing', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { thing, closed } of lived(steps)) {
          if (!isRegistered(thing)) continue;
          const { standing } = thing;
          expect(closed).not.toContain(roomOf(standing));
          expect(closed).not.toContain(awaitedBackIn(standing));
        }
      }),
      { numRuns: 300 },
    ));

  it('is one in many of these stories', () => {
    const ends = fc.sample(story, { numRuns: 200, seed: 1 }).map((steps) => [...lived(steps)].at(-1));
    expect(ends.filter((house) => house && house.closed.size > 0).length).toBeGreaterThan(100);
  });
});
