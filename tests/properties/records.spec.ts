import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batch } from '#domain/batch/batch.ts';
import { batchEvents } from '#domain/batch/events.ts';
import { category } from '#domain/category/category.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import { equipment } from '#domain/equipment/equipment.ts';
import { equipmentEvents } from '#domain/equipment/events.ts';
import type { DomainEvent, EventType } from '#domain/catalogue.ts';
import type { Aggregate } from '#domain/event.ts';
import { ERASED } from '#domain/personal.ts';
import { role } from '#domain/role.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import { room } from '#domain/room/room.ts';
import { settings, SETTINGS_ID } from '#domain/settings/settings.ts';
import { settingsEvents } from '#domain/settings/events.ts';
import { areSettings } from '#domain/settings/rules.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import { stocktakeEvents } from '#domain/stocktake/events.ts';
import type { UserEvent } from '#domain/user/events.ts';
import { user } from '#domain/user/user.ts';
import { arbitraryEvent } from '#tests/support/arbitrary.ts';
import { folded, happened } from '#tests/support/given.ts';
import { ids } from '#tests/support/people.ts';
import { created, registered, roomOpened } from '#tests/support/records.ts';

const named = fc.constantFrom('Lab', 'Hall');
const roomEvents: fc.Arbitrary<RoomEvent> = fc.oneof(
  named.map(roomOpened),
  named.map((name): RoomEvent => ({ type: 'RoomRenamed', data: { name, building: 'Main', floor: '1' } })),
  fc.constant<RoomEvent>({ type: 'RoomClosed', data: {} }),
);
const categoryEvents: fc.Arbitrary<CategoryEvent> = fc.oneof(
  fc.constantFrom('ticket' as const, 'equipment' as const).map((kind) => created({ kind })),
  named.map((name): CategoryEvent => ({ type: 'CategoryRenamed', data: { name } })),
  fc.constant<CategoryEvent>({ type: 'CategoryFieldsChanged', data: { fields: [] } }),
  fc.constant<CategoryEvent>({ type: 'CategoryArchived', data: {} }),
);
const details = { email: 'a@example.org', phone: '', department: '', locale: 'en' };
const anyRole = fc.constantFrom(...role.options);
const userEvents: fc.Arbitrary<UserEvent> = fc.oneof(
  anyRole.map((given) => registered(given)),
  fc
    .constantFrom('Ana', ERASED)
    .map((name): UserEvent => ({ type: 'UserDetailsCorrected', data: { ...details, name } })),
  anyRole.map((given): UserEvent => ({ type: 'UserRoleChanged', data: { role: given } })),
  fc.constantFrom<UserEvent>(
    { type: 'PasswordGiven', data: {} },
    { type: 'UserDeactivated', data: {} },
    { type: 'UserReactivated', data: {} },
    { type: 'UserErased', data: {} },
  ),
);

/** Any of a catalogue's events, whose batches and scans are few enough to meet. */
const someOf = <T extends EventType>(kinds: Readonly<Record<T, unknown>>) => {
  const one = (Object.keys(kinds) as T[]).map((type) => arbitraryEvent(type));
  const [batchId, scanId] = [
    fc.constantFrom(ids.batch(1), ids.batch(2)),
    fc.constantFrom(ids.scan(1), ids.scan(2)),
  ];
  return fc.tuple(fc.oneof(...one), fc.record({ batchId, scanId })).map(([event, shared]) => {
    const data = Object.fromEntries(
      Object.entries(event.data).map(([key, value]) => [
        key,
        value === null || !(key in shared) ? value : shared[key as keyof typeof shared],
      ]),
    );
    return { ...event, data } as Extract<DomainEvent, { type: T }>;
  });
};

function expectTotal<S extends { status: string }, E extends { type: string }>(
  {
    aggregate,
    beginning,
    statuses,
  }: { aggregate: Aggregate<S, E>; beginning: E['type']; statuses: readonly string[] },
  events: fc.Arbitrary<E>,
): void {
  const stories = fc.array(events, { maxLength: 12 });
  fc.assert(
    fc.property(stories, (story) => {
      const state = folded(
        aggregate,
        story.map((event) => happened(event)),
      );
      const begun = story.some(({ type }) => type === beginning);
      expect(begun ? statuses : [aggregate.initial.status]).toContain(state.status);
    }),
  );
}

describe('any events in any order', () => {
  it('make a room that is open or closed, once it was opened', () =>
    expectTotal({ aggregate: room, beginning: 'RoomOpened', statuses: ['Open', 'Closed'] }, roomEvents));

  it('make a category that is active or archived, once it was created', () =>
    expectTotal(
      { aggregate: category, beginning: 'CategoryCreated', statuses: ['Active', 'Archived'] },
      categoryEvents,
    ));

  it('make a person who is active, deactivated or erased, once they were registered', () =>
    expectTotal(
      { aggregate: user, beginning: 'UserRegistered', statuses: ['Active', 'Deactivated', 'Erased'] },
      userEvents,
    ));

  it('make a thing, once it was registered', () =>
    expectTotal(
      { aggregate: equipment, beginning: 'EquipmentRegistered', statuses: ['Registered'] },
      someOf(equipmentEvents),
    ));

  it('make a stock-take that runs, is finished or cancelled, once it was started', () =>
    expectTotal(
      { aggregate: stocktake, beginning: 'StocktakeStarted', statuses: ['Running', 'Finished', 'Cancelled'] },
      someOf(stocktakeEvents),
    ));

  it('make a batch that runs, is stopped, finished or taken back, once it was started', () =>
    expectTotal(
      {
        aggregate: batch,
        beginning: 'BatchStarted',
        statuses: ['Running', 'Stopped', 'Finished', 'TakenBack'],
      },
      someOf(batchEvents),
    ));

  it('make settings that say what was said last', () =>
    fc.assert(
      fc.property(fc.array(someOf(settingsEvents), { maxLength: 12 }), (story) => {
        const state = folded(
          settings,
          story.map((event) => happened(event)),
        );
        expect(areSettings(state, SETTINGS_ID)).toBe(true);
        const said = (type: keyof typeof settingsEvents) =>
          story.findLast((event) => event.type === type)?.data;
        expect(state.terms).toEqual(said('LoanTermsDefined') ?? settings.initial.terms);
        expect(state.publicScan).toEqual(said('PublicScanDefined') ?? settings.initial.publicScan);
      }),
    ));
});
