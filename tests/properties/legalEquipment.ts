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
  InRepair: ['InStock', 'CheckedOut', 'Missing'],
  Missing: ['InStock', 'Retired'],
  Retired: ['InStock', 'Disposed', 'Missing'],
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
    if (lastSeen.stage === 'Retired') expectLegalStanding(lastSeen);
    else expectInUse(lastSeen);
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

/** Each batch is remembered once, and nothing can be taken back beneath its registering. */
function expectLegalMemory(undoable: RegisteredEquipment['undoable']): void {
  expect(undoable.length).toBeLessThanOrEqual(8);
  expect(new Set(undoable.map(({ batchId }) => batchId)).size).toBe(undoable.length);
  for (const [n, { before }] of undoable.entries()) {
    if (!before) expect(n).toBe(undoable.length - 1);
    else expect(before.stood ?? before.details).not.toBeNull();
    if (before?.stood) expectLegalStanding(before.stood.standing);
  }
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
