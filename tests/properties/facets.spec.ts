import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import * as registry from '#commands/registry.ts';
import { catalogue } from '#domain/catalogue.ts';
import { category } from '#domain/category/category.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import { role } from '#domain/role.ts';
import { room } from '#domain/room/room.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { user } from '#domain/user/user.ts';
import { IMPORT } from '#tests/support/equipment.ts';
import { ids } from '#tests/support/people.ts';
import { live as liveAsThing, story as storyOfThing } from './equipmentWorld.ts';
import { live as liveAsTicket, story as storyOfTicket } from './ticketWorld.ts';
import { keptLives, writtenIn, type Written } from './written.ts';

const { ticketCommands, equipmentCommands, roomCommands, categoryCommands, userCommands } = registry;
const commands: Readonly<Record<string, Command>> = {
  ...ticketCommands,
  ...equipmentCommands,
  ...roomCommands,
  ...categoryCommands,
  ...userCommands,
};
const facetsOf = (name: string): readonly string[] => commands[name]?.facets ?? [];

const named = fc.record({ name: fc.constantFrom('Lab', 'Hall') });
const nothing = fc.constant({});
const statusOf = ({ status }: { readonly status: string }): string => status;

const tickets = storyOfTicket.map((steps) =>
  writtenIn(ticket, statusOf)(liveAsTicket(steps).map((one) => ({ ...one, name: one.step.name }))),
);
const things = fc
  .tuple(storyOfThing, fc.constantFrom(null, IMPORT))
  .map(([steps, batchId]) =>
    writtenIn(equipment, (thing) => (isRegistered(thing) ? thing.standing.stage : thing.status))(
      liveAsThing(steps, batchId).map((one) => ({ ...one, name: one.step.name })),
    ),
  );
const rooms = keptLives({
  id: ids.room(9),
  aggregate: room,
  commands: roomCommands,
  inputs: { openRoom: named, renameRoom: named, closeRoom: nothing },
}).map(writtenIn(room, statusOf));
const field = { key: 'asset', label: 'Asset', required: false, type: 'text' };
const categories = keptLives({
  id: ids.category(9),
  aggregate: category,
  commands: categoryCommands,
  inputs: {
    createCategory: fc.constant({ kind: 'ticket', name: 'Screens' }),
    renameCategory: named,
    changeCategoryFields: fc.constantFrom({ fields: [] }, { fields: [field] }),
    archiveCategory: nothing,
  },
}).map(writtenIn(category, statusOf));
const people = keptLives({
  id: ids.user(9),
  aggregate: user,
  commands: userCommands,
  inputs: {
    registerUser: fc.constant({ name: 'Somebody', email: 'somebody@example.org' }),
    correctUserDetails: fc.record({ phone: fc.constantFrom('1', '2') }),
    changeUserRole: fc.record({ role: fc.constantFrom(...role.options) }),
    deactivateUser: nothing,
    reactivateUser: nothing,
    givePassword: nothing,
  },
}).map(writtenIn(user, statusOf));

/** `facet`: of what says where a record stands. */
const kinds: readonly { kind: string; lives: fc.Arbitrary<Written[]>; of: object; facet: string }[] = [
  { kind: 'ticket', lives: tickets, of: ticketCommands, facet: 'status' },
  { kind: 'thing', lives: things, of: equipmentCommands, facet: 'place' },
  { kind: 'room', lives: rooms, of: roomCommands, facet: 'status' },
  { kind: 'category', lives: categories, of: categoryCommands, facet: 'status' },
  { kind: 'person', lives: people, of: userCommands, facet: 'status' },
];

/** These do no harm to anything that has happened since: each is judged by what it finds. */
const passing =
  `tag untag comment redactComment linkEquipment unlinkEquipment relate unrelate addChecklistItem
  tickChecklistItem untickChecklistItem removeChecklistItem watch unwatch logWork sightEquipment
  attachEquipmentImage removeEquipmentImage recordLabel noteOnEquipment givePassword`.split(/\s+/);

describe.each(kinds)('the facets of a $kind', ({ lives, of, facet }) => {
  it('are told of stories that come to every command', () => {
    const told = fc.sample(lives, { numRuns: 400, seed: 1 }).flat();
    expect(new Set(told.map(({ command }) => command))).toEqual(new Set(Object.keys(of)));
  });

  it('that a command names are those of every event that it writes', () =>
    fc.assert(
      fc.property(lives, (written) => {
        for (const { command, type } of written)
          if (!passing.includes(command))
            expect(facetsOf(command), `${command} writes ${type}`).toEqual(
              expect.arrayContaining([...catalogue[type].facets]),
            );
      }),
      { numRuns: 200 },
    ));

  it('that an event names tell that it has changed where the record stands', () =>
    fc.assert(
      fc.property(lives, (written) => {
        for (const { type, isTurn } of written)
          if (isTurn && !catalogue[type].facets.some((one) => one === 'record'))
            expect(catalogue[type].facets, type).toContain(facet);
      }),
      { numRuns: 200 },
    ));
});

describe('a command that passes over whatever has happened', () => {
  it('is one of a few', () =>
    expect(
      Object.keys(commands)
        .filter((name) => facetsOf(name).length === 0)
        .sort(),
    ).toEqual(passing.sort()));
});
