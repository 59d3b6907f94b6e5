import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { category } from '#domain/category/category.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import type { Aggregate } from '#domain/event.ts';
import { ERASED } from '#domain/personal.ts';
import { role } from '#domain/role.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import { room } from '#domain/room/room.ts';
import type { UserEvent } from '#domain/user/events.ts';
import { user } from '#domain/user/user.ts';
import { folded, happened } from '#tests/support/given.ts';
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
    { type: 'UserDeactivated', data: {} },
    { type: 'UserReactivated', data: {} },
    { type: 'UserErased', data: {} },
  ),
);

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
});
