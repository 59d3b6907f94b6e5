import { expect } from 'vitest';
import type {
  Equipment,
  InUse,
  Loan,
  RegisteredEquipment,
  Stage,
  Standing,
} from '#domain/equipment/equipment.ts';
import { IMAGES_PER_THING } from '#domain/equipment/rules.ts';

/** From where a single command may lead to where, apart from what a batch brings back. */
const ways: Readonly<Record<Stage, readonly Stage[]>> = {
  InStock: ['CheckedOut', 'InRepair', 'Missing', 'Retired'],
  CheckedOut: ['InStock', 'InRepair', 'Missing'],
  InRepair: ['InStock', 'CheckedOut'],
  Missing: ['InStock'],
  Retired: ['InStock', 'Disposed'],
  Disposed: [],
  Withdrawn: [],
};

export const expectLegalWay = (from: Stage, to: Stage): void => {
  if (from !== to) expect(ways[from]).toContain(to);
};

function expectLegalLoan({ to, acceptance }: Loan): void {
  if (to.kind === 'room') expect(acceptance).toBe('notAsked');
}

function expectInUse(standing: InUse): void {
  expect(['InStock', 'CheckedOut']).toContain(standing.stage);
  expectLegalStanding(standing);
}

/** What must hold at each stage, beside what its type says: and nothing that belongs to another stage. */
const legal: { readonly [S in Stage]: (standing: Extract<Standing, { stage: S }>) => readonly string[] } = {
  InStock({ place }) {
    expect(['room', 'host']).toContain(place.kind);
    return ['place'];
  },
  CheckedOut({ loan }) {
    expectLegalLoan(loan);
    return ['loan'];
  },
  InRepair({ until }) {
    expectInUse(until);
    return ['repair', 'until'];
  },
  Missing({ lastSeen }) {
    expectInUse(lastSeen);
    return ['lastSeen', 'since'];
  },
  Retired({ place, reason }) {
    expect(['room', 'host']).toContain(place.kind);
    expect(reason).not.toBe('');
    return ['place', 'reason'];
  },
  Disposed: () => [],
  Withdrawn: () => [],
};

function expectLegalStanding(standing: Standing): void {
  const own = (legal[standing.stage] as (standing: Standing) => readonly string[])(standing);
  expect(Object.keys(standing).sort()).toEqual([...own, 'stage'].sort());
}

/** Nothing can be taken back beneath its registering. */
function expectLegalMemory(undoable: RegisteredEquipment['undoable'], depth = 1): void {
  if (undoable === null) return;
  expect(depth).toBeLessThanOrEqual(8);
  if (undoable.before) expectLegalStanding(undoable.before.standing);
  else expect(undoable.beneath).toBeNull();
  expectLegalMemory(undoable.beneath, depth + 1);
}

function expectLegalFacts({ tag, undoable, images, maintenance }: RegisteredEquipment): void {
  expect(tag).not.toBe('');
  expectLegalMemory(undoable);
  if (maintenance) expect(maintenance.repetition.every).toBeGreaterThan(0);
  expect(Object.keys(images).length).toBeLessThanOrEqual(IMAGES_PER_THING);
}

export function expectLegal(thing: Equipment): void {
  if (thing.status === 'Unregistered') return;
  expectLegalFacts(thing);
  expectLegalStanding(thing.standing);
}
