import { describe, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { THING, inRepair, lent, machine, missing, retired, stock } from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { OTHER, TICKET, kim } from '#tests/support/people.ts';
import { ticketWith } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const { startRepair, finishRepair, planMaintenance, recordMaintenance } = equipmentCommands;
const byKim = { id: THING, actor: kim };
const aMachine = (...events: EquipmentEvent[]) => [...stock, aThing(THING, machine(), ...events)];

describe('starting a repair', () => {
  const forTicket: EquipmentEvent = {
    type: 'RepairStarted',
    data: { ticketId: TICKET, vendor: 'Fixers', note: '' },
  };

  it.each([
    ['in stock', []],
    ['lent', [lent()]],
  ])('is done for what is %s', (_, events) =>
    given(...aMachine(...events))
      .when(startRepair, {}, byKim)
      .then(inRepair),
  );
  it('can be for a ticket', () =>
    given(...aMachine(), ticketWith())
      .when(startRepair, { ticketId: TICKET, vendor: 'Fixers' }, byKim)
      .then(forTicket));
  it('needs the ticket that it names', () =>
    given(...aMachine())
      .when(startRepair, { ticketId: OTHER }, byKim)
      .refuses('NoSuchTicket'));
  it('is done once', () =>
    given(...aMachine(forTicket), ticketWith())
      .when(startRepair, { ticketId: TICKET, vendor: 'Fixers' }, byKim)
      .then());
  it('is not begun for another ticket while it lasts', () =>
    given(...aMachine(forTicket), ticketWith())
      .when(startRepair, {}, byKim)
      .refuses('WrongStage'));
  it('is refused for what is missing', () =>
    given(...aMachine(missing))
      .when(startRepair, {}, byKim)
      .refuses('WrongStage'));
});

describe('finishing a repair', () => {
  const finished: EquipmentEvent = {
    type: 'RepairFinished',
    data: { outcome: 'repaired', cost: 12.5, note: '' },
  };

  it('tells what came of it', () =>
    given(...aMachine(inRepair))
      .when(finishRepair, { outcome: 'repaired', cost: 12.5 }, byKim)
      .then(finished));
  it('needs a repair', () =>
    given(...aMachine(inRepair, finished))
      .when(finishRepair, { outcome: 'repaired' }, byKim)
      .refuses('WrongStage', { stage: 'InStock' }));
});

describe('planning maintenance', () => {
  const yearly = { every: 1, unit: 'year' } as const;
  const planned = (startsOn: string, checklist: string[] = []): EquipmentEvent => ({
    type: 'MaintenancePlanned',
    data: { repetition: yearly, startsOn, checklist },
  });
  const nothing: EquipmentEvent = {
    type: 'MaintenancePlanned',
    data: { repetition: null, startsOn: null, checklist: [] },
  };

  it('begins today unless said otherwise', () => {
    given(...aMachine())
      .when(planMaintenance, { repetition: yearly }, byKim)
      .then(planned('2026-03-02'));
    given(...aMachine())
      .when(planMaintenance, { repetition: yearly, startsOn: '2025-01-31' }, byKim)
      .then(planned('2025-01-31'));
  });
  it('keeps the day of the plan that there is', () =>
    given(...aMachine(planned('2025-01-31')))
      .when(planMaintenance, { repetition: yearly, checklist: ['Oil'] }, byKim)
      .then(planned('2025-01-31', ['Oil'])));
  it('is done once', () =>
    given(...aMachine(planned('2025-01-31', ['Oil'])))
      .when(planMaintenance, { repetition: yearly, checklist: ['Oil'] }, byKim)
      .then());
  it('can be given up', () => {
    given(...aMachine(planned('2025-01-31')))
      .when(planMaintenance, { repetition: null }, byKim)
      .then(nothing);
    given(...aMachine())
      .when(planMaintenance, { repetition: null }, byKim)
      .then();
  });
  it('is over once it is retired', () =>
    given(...aMachine(retired()))
      .when(planMaintenance, { repetition: yearly }, byKim)
      .refuses('EquipmentGone'));

  const done = (doneOn: string, told: object = {}): EquipmentEvent => ({
    type: 'MaintenanceDone',
    data: { doneOn, note: '', checklist: [], ...told },
  });
  it('is followed by what is done', () =>
    given(...aMachine(planned('2025-01-31')))
      .when(recordMaintenance, { doneOn: '2026-01-31' }, byKim)
      .then(done('2026-01-31')));
  it('is a fact of its own also when it is done twice on a day', () =>
    given(...aMachine(planned('2025-01-31'), done('2026-01-31')))
      .when(recordMaintenance, { doneOn: '2026-01-31', note: 'Again' }, byKim)
      .then(done('2026-01-31', { note: 'Again' })));
  const withList = planned('2025-01-31', ['Oil', 'Belt']);
  it('tells of each step whether it was done', () =>
    given(...aMachine(withList))
      .when(recordMaintenance, { doneOn: '2026-01-31', ticked: ['Belt'] }, byKim)
      .then(
        done('2026-01-31', {
          checklist: [
            { step: 'Oil', done: false },
            { step: 'Belt', done: true },
          ],
        }),
      ));
  it('tells of no step that is not in the plan', () =>
    given(...aMachine(withList))
      .when(recordMaintenance, { doneOn: '2026-01-31', ticked: ['Tyres'] }, byKim)
      .refuses('NoSuchItem'));
  it('can be done without a plan', () =>
    given(...aMachine())
      .when(recordMaintenance, { doneOn: '2026-01-31' }, byKim)
      .then(done('2026-01-31')));
  it('is not done on a day that has begun nowhere on Earth', () => {
    given(...aMachine())
      .when(recordMaintenance, { doneOn: '2026-03-03' }, { ...byKim, now: '2026-03-02T10:00:00Z' })
      .then(done('2026-03-03'));
    given(...aMachine())
      .when(recordMaintenance, { doneOn: '2026-03-03' }, { ...byKim, now: '2026-03-02T09:59:00Z' })
      .refuses('InTheFuture', { doneOn: '2026-03-03' });
  });
});
