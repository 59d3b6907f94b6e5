import { describe, expect, it } from 'vitest';
import { lagOf } from '#projections/lag.ts';
import type { Generation } from '#projections/state.ts';

const WANTED = [
  { name: 'rooms', version: 2 },
  { name: 'users', version: 1 },
];
const at = (name: string, position: bigint, more: Partial<Generation> = {}): Generation => ({
  ...{ name, generation: 1, version: name === 'rooms' ? 2 : 1, status: 'active', position },
  ...{ changed: 0n, writer: 'one', fault: null },
  ...more,
});

describe('The lag of the tables', () => {
  it('is that of the table which is furthest behind', () => {
    expect(lagOf([at('rooms', 10n), at('users', 10n)], 10n, WANTED)).toBe(0);
    expect(lagOf([at('rooms', 10n), at('users', 4n)], 12n, WANTED)).toBe(8);
  });

  it('is none where the tables have passed the end that was known', () => {
    expect(lagOf([at('rooms', 11n), at('users', 11n)], 10n, WANTED)).toBe(0);
  });

  it('is that of the new tables while the present version is being made, and of the old while it stands beside', () => {
    const made = at('rooms', 3n, { status: 'building', generation: 2 });
    expect(lagOf([at('rooms', 10n, { version: 1 }), made, at('users', 10n)], 10n, WANTED)).toBe(7);
    expect(lagOf([at('rooms', 10n), made, at('users', 10n)], 10n, WANTED)).toBe(0);
  });

  it('counts what is not there at all from the beginning, and leaves out what has stopped at a fault', () => {
    expect(lagOf([at('rooms', 10n)], 10n, WANTED)).toBe(11);
    const fault = { at: 5n, message: 'no such room' };
    expect(lagOf([at('rooms', 4n, { fault }), at('users', 9n)], 10n, WANTED)).toBe(1);
  });

  it('leaves out tables that no screen reads any more', () => {
    expect(lagOf([at('rooms', 10n), at('users', 10n), at('floors', 1n)], 10n, WANTED)).toBe(0);
  });
});
