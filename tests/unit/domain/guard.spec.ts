import { expect, it } from 'vitest';
import { guard, isEnding, type GuardEvent } from '#domain/guard.ts';
import { folded, happened } from '#tests/support/given.ts';
import { ids } from '#tests/support/people.ts';

const [ONE, OTHER] = [ids.ticket(1), ids.ticket(2)];
const announced = (of: string, revision: number): GuardEvent => ({
  type: 'EndAnnounced',
  data: { of, revision },
});
const after = (...events: GuardEvent[]) =>
  folded(
    guard,
    events.map((event) => happened(event)),
  );

it('A record may end as long as it stands at the revision for which that was announced', () => {
  const state = after(announced(ONE, 4));
  expect([3, 4, 5].map((revision) => isEnding(state, ONE, revision))).toEqual([true, true, false]);
  expect(isEnding(state, OTHER, 0)).toBe(false);
});

it('The last announcement counts', () => {
  const state = after(announced(ONE, 4), announced(OTHER, 0), announced(ONE, 7));
  expect(isEnding(state, ONE, 7)).toBe(true);
  expect(isEnding(state, OTHER, 0)).toBe(true);
});

it('What was announced long ago and is not there never comes', () => {
  const others = Array.from({ length: 999 }, (_, n) => announced(ids.comment(n), 0));
  expect(isEnding(after(announced(ONE, 0), ...others), ONE, 0)).toBe(true);
  expect(isEnding(after(announced(ONE, 0), ...others, announced(OTHER, 0)), ONE, 0)).toBe(false);
});
