import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRegistered, type Equipment } from '#domain/equipment/equipment.ts';
import { equipmentEvents, type EquipmentEvent } from '#domain/equipment/events.ts';
import { outlineOf } from '#domain/equipment/outline.ts';
import { may } from '#domain/equipment/possible.ts';
import { holderOf, placeOf } from '#domain/equipment/rules.ts';
import { stagesFor } from '#domain/equipment/stages.ts';
import { isRejection, type RefusalName } from '#domain/rejection.ts';
import { IMPORT } from '#tests/support/equipment.ts';
import { kim } from '#tests/support/people.ts';
import { plainEquipmentInputs } from './equipmentInputs.ts';
import { openLedger, placeKeys } from './equipmentLedger.ts';
import { actors, live, names, story, take, tryStep, type Step, type Taken } from './equipmentWorld.ts';
import { expectLegal, expectLegalWay } from './legalEquipment.ts';

const imported = fc.constantFrom(null, IMPORT);

describe('the stories that are told here', () => {
  it('come to every stage and every kind of event', () => {
    const steps = fc.sample(story, { numRuns: 400, seed: 1 });
    const lives = steps.flatMap((told, n) => live(told, n % 4 ? null : IMPORT));
    const stages = lives.map(({ after }) => (isRegistered(after) ? after.standing.stage : ''));
    expect(new Set(stages)).toEqual(new Set(stagesFor.noteOnEquipment));
    expect(new Set(lives.flatMap(({ events }) => events.map(({ type }) => type)))).toEqual(
      new Set(Object.keys(equipmentEvents)),
    );
  });
});

/** How what cannot be done twice is refused. */
const onceOnly: Partial<Record<Step['name'], readonly RefusalName[]>> = {
  finishRepair: ['WrongStage'],
  declineCheckout: ['NotFound', 'NotAllowed'],
};

/** Each of these is a fact of its own, also when it is told again. */
function isFact({ step: { name, input }, after }: Taken): boolean {
  if (!isRegistered(after) || name === 'noteOnEquipment' || name === 'sightEquipment') return true;
  if (name === 'recordLabel') return input['batchId'] === null;
  return name === 'recordMaintenance';
}

describe('a thing, whatever anybody does with it', () => {
  it('is always in a legal state, reached in a legal way', () =>
    fc.assert(
      fc.property(story, imported, (steps, batchId) => {
        for (const { before, after, events } of live(steps, batchId)) {
          expectLegal(after);
          const isBack = events.some(({ type }) => type === 'BatchChangeTakenBack');
          if (isRegistered(before) && isRegistered(after) && !isBack)
            expectLegalWay(before.standing.stage, after.standing.stage);
        }
      }),
      { numRuns: 200 },
    ));

  it('is in exactly one place, and nobody has it whom it was not given to', () =>
    fc.assert(
      fc.property(story, imported, (steps, batchId) => {
        const ledger = openLedger();
        let places: readonly string[] = [];
        for (const { before, after, events } of live(steps, batchId)) {
          const known = isRegistered(before) ? before.undoable : [];
          const isRemembered = (id: string) => known.some((one) => one.batchId === id);
          for (const event of events) places = ledger.post(event, isRemembered);
          if (!isRegistered(after)) continue;
          expect(places.length).toBeLessThanOrEqual(1);
          expect(placeKeys(placeOf(after.standing))).toEqual(places);
          if (after.standing.stage !== 'Missing')
            expect(places.filter((place) => place.startsWith('person'))).toEqual(
              [holderOf(after.standing)].flatMap((holder) => (holder ? [`person ${holder}`] : [])),
            );
        }
      }),
      { numRuns: 200 },
    ));

  it('changes only by events', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { before, after, events } of live(steps))
          if (events.length === 0) expect(after).toBe(before);
      }),
    ));

  it('takes no event from a command that is repeated', () =>
    fc.assert(
      fc.property(story, imported, (steps, batchId) => {
        for (const taken of live(steps, batchId)) {
          const { step, at, after, events } = taken;
          if (events.length === 0 || isFact(taken)) continue;
          const again = tryStep(after, step, at);
          const outcome = isRejection(again) ? again.rejection : again.length;
          expect(onceOnly[step.name] ?? [0], step.name).toContain(outcome);
        }
      }),
      { numRuns: 200 },
    ));

  it('does not change for an auditor to whom it is not lent', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { step, events } of live(steps))
          if (step.actor.kind === 'person' && step.actor.role === 'auditor') expect(events).toEqual([]);
      }),
    ));
});

const NEW_BATCH = '00000000-0000-4000-8000-000000000b09';
const batchSteps = [
  'correctEquipmentDetails',
  'moveEquipment',
  'checkIn',
  'recordLabel',
  'retireEquipment',
] as const;
const inBatch = (name: Step['name'], batchId: string, input: object = plainEquipmentInputs[name]): Step => ({
  name,
  input: { ...input, batchId },
  actor: kim,
  hours: 0,
  isHost: false,
});

/** All that the batch could have changed, and all that it could not; also what could be taken back before. */
const withoutMemory = (state: Equipment) => ({ ...state, takenBack: null });

describe('a batch change that is taken back', () => {
  it('leaves a thing exactly as it was', () =>
    fc.assert(
      fc.property(story, fc.array(fc.constantFrom(...batchSteps), { minLength: 1 }), (steps, changes) => {
        const last = live(steps).at(-1);
        if (!last) throw new Error('nothing was told');
        const apply = (state: Equipment, step: Step) => take(step, state, last.at).after;
        const changed = changes.map((name) => inBatch(name, NEW_BATCH)).reduce(apply, last.after);
        if (changed === last.after) return;
        const back = apply(changed, inBatch('takeBackBatchChange', NEW_BATCH, {}));
        expect(withoutMemory(back)).toEqual(withoutMemory(last.after));
        expect(back).not.toEqual(changed);
      }),
      { numRuns: 200 },
    ));

  it('changes nothing that somebody has changed since', () =>
    fc.assert(
      fc.property(story, imported, (steps, batchId) => {
        const told = live(steps, batchId);
        for (const [n, { step, before, after, events }] of told.entries()) {
          if (step.name !== 'takeBackBatchChange' || events.length === 0) continue;
          const earlier = told.slice(0, n).flatMap((taken) => taken.events);
          for (const part of partsChanged(before, after))
            expect(lastOn(part, earlier)?.data, part).toHaveProperty('batchId', step.input['batchId']);
        }
      }),
      { numRuns: 200 },
    ));

  it('leaves alone what somebody else has corrected or moved, and undoes the other', () =>
    fc.assert(
      fc.property(story, fc.boolean(), (steps, isMoved) => {
        const last = live(steps).at(-1);
        if (!last) throw new Error('nothing was told');
        const apply = (state: Equipment, step: Step) => take(step, state, last.at).after;
        const byHand = isMoved ? 'moveEquipment' : 'correctEquipmentDetails';
        const hand = { ...inBatch(byHand, NEW_BATCH), input: { ...plainEquipmentInputs[byHand] } };
        const other = isMoved ? 'correctEquipmentDetails' : 'moveEquipment';
        const changed = apply(last.after, inBatch(other, NEW_BATCH));
        if (changed === last.after) return;
        const back = apply(apply(changed, hand), inBatch('takeBackBatchChange', NEW_BATCH, {}));
        const alone = apply(last.after, hand);
        if (!isRegistered(back) || !isRegistered(alone)) throw new Error('it is gone');
        expect([back.standing, back.details]).toEqual([alone.standing, alone.details]);
      }),
      { numRuns: 200 },
    ));
});

const PARTS = { stood: /record|place|label|loan|repair/, details: /record|details/ } as const;
type Part = keyof typeof PARTS;

function partsChanged(before: Equipment, after: Equipment): Part[] {
  if (!isRegistered(before) || !isRegistered(after)) return [];
  const stood = ({ standing, condition, labelledAt }: typeof before) => [standing, condition, labelledAt];
  const isSame = isDeepStrictEqual(stood(before), stood(after));
  return [
    isSame ? [] : ['stood' as const],
    before.details === after.details ? [] : ['details' as const],
  ].flat();
}

/** The last event that changed a part; a batch that is taken back has not. */
const lastOn = (part: Part, events: readonly EquipmentEvent[]): EquipmentEvent | undefined =>
  events
    .filter(({ type }) => PARTS[part].test(facetsOf(type)))
    .reduce<EquipmentEvent[]>(withoutTakenBack, [])
    .at(-1);

/** What is left of a story: a batch that is taken back has not been. */
function withoutTakenBack(left: readonly EquipmentEvent[], event: EquipmentEvent): EquipmentEvent[] {
  if (event.type !== 'BatchChangeTakenBack') return [...left, event];
  const { batchId } = event.data;
  const others = left.findLastIndex(({ data }) => !('batchId' in data) || data.batchId !== batchId);
  return left.slice(0, others + 1);
}

const facetsOf = (type: keyof typeof equipmentEvents): string => equipmentEvents[type].facets.join();

/** Refusals that depend on nothing but the actor and the state of the thing. */
const ofState: readonly (RefusalName | number)[] = [
  'NotFound',
  'NotAllowed',
  'WrongStage',
  'EquipmentGone',
  'NotInStock',
  'NotLent',
  'NotAwaitingAcceptance',
  'IsComponent',
  'NotFitted',
];
const indirect = ['takeBackBatchChange', 'sightEquipment'];

/** Whatever is offered is taken, and nothing that is not offered does anything. */
function expectAgreement(state: Equipment, at: string): void {
  if (!isRegistered(state)) return;
  for (const actor of actors) {
    const offered = may(actor, outlineOf(state));
    for (const name of names.filter((candidate) => !indirect.includes(candidate))) {
      const decision = tryStep(state, { name, input: { ...plainEquipmentInputs[name] }, actor }, at);
      const outcome = isRejection(decision) ? decision.rejection : decision.length;
      if (offered.includes(name)) expect(ofState, `${name} was offered`).not.toContain(outcome);
      else expect(typeof outcome === 'string' || outcome === 0, `${name} was not offered`).toBe(true);
    }
  }
}

describe('what a thing offers', () => {
  it('agrees with what its commands decide', () =>
    fc.assert(
      fc.property(story, (steps) => {
        for (const { after, at } of live(steps).slice(-4)) expectAgreement(after, at);
      }),
      { numRuns: 100 },
    ));
});
