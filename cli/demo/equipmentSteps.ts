import { DAY, HOUR, MINUTE, workingAfter } from './calendar.ts';
import type { DemoThing } from './inventory.ts';
import { Life } from './life.ts';
import { administrator, technicians, type DemoPerson } from './people.ts';
import { seeded, type Random } from './random.ts';
import { rooms } from './rooms.ts';
import { as, type Step } from './step.ts';
import { categoryOf } from './things.ts';

const SEED = 733;
const TERMS =
  'I have received this equipment in the condition described and will use it for my work. I will keep it safe, ' +
  'not lend it on, report loss or damage to IT Support on the same day, and bring it back when I am asked to or ' +
  'when I leave.';
const admin = as(administrator);
const one = <T>(items: readonly T[], random: Random): T =>
  random.pick(items as unknown as readonly [T, ...T[]]);
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export function settingsSteps(at: number, settingsId: string): Step[] {
  const about = { record: 'settings', id: settingsId, actor: admin } as const;
  return [
    { at, ...about, command: 'defineLoanTerms', input: { text: TERMS } },
    { at: at + HOUR, ...about, command: 'definePublicScan', input: { facts: ['name'], mayReport: true } },
  ];
}

function registered(life: Life, thing: DemoThing): void {
  const { tag, kind, maker, model, serial, cost, purchasedOn, warrantyUntil, room } = thing;
  life.tell('registerEquipment', {
    ...{
      tag,
      name: `${maker} ${model}`,
      categoryId: categoryOf(kind),
      roomId: room.id,
      serial,
      model,
      maker,
    },
    ...{ vendor: 'Harbour IT Supplies', purchasedOn, cost, currency: 'EUR', warrantyUntil },
    depreciation: { method: 'straightLine', months: kind.months, residual: 0 },
  });
  life.tell('recordLabel');
}

function lent(life: Life, holder: DemoPerson, { random, now }: { random: Random; now: number }): void {
  life.until(now - random.int(2, 160) * DAY);
  life.wait(random.int(1, 400));
  const due = life.at + random.int(60, 400) * DAY;
  const dueOn = random.chance(0.5) ? dayOf(due) : null;
  life.tell('checkOut', { to: { kind: 'person', userId: holder.id }, dueOn, condition: 'good' });
  life.wait(random.int(10, 900));
  if (random.chance(0.06)) return;
  life.tell('acceptCheckout', { termsVersion: 1 }, holder);
  if (!random.chance(0.2)) return;
  life.until(life.at + random.int(10, 50) * DAY);
  const condition = one(['good', 'good', 'worn', 'damaged'] as const, random);
  life.tell('checkIn', {
    roomId: one(
      rooms.filter(({ name }) => name === 'Stores'),
      random,
    ).id,
    condition,
  });
}

function repaired(life: Life, random: Random): void {
  life.until(life.at + random.int(5, 60) * DAY);
  life.tell('startRepair', { vendor: 'Harbour IT Supplies', note: 'Does not start reliably.' });
  if (random.chance(0.2)) return;
  life.wait(random.int(1_500, 6_000));
  const outcome = one(['repaired', 'repaired', 'replaced', 'noFaultFound'] as const, random);
  life.tell('finishRepair', { outcome, cost: random.int(40, 260), note: '' });
}

function served(life: Life, months: number, random: Random): void {
  const startsOn = dayOf(life.at + 20 * DAY);
  const checklist = ['Clean the filters', 'Check the cables', 'Update the firmware'];
  life.tell('planMaintenance', { repetition: { every: months, unit: 'month' }, startsOn, checklist });
  if (random.chance(0.6)) {
    life.until(life.at + random.int(22, 90) * DAY);
    life.tell('recordMaintenance', { doneOn: dayOf(life.at), note: 'All in order.' });
  }
}

function ended(life: Life, random: Random): void {
  life.until(life.at + random.int(10, 40) * DAY);
  life.tell('retireEquipment', { reason: 'Too old to be repaired.' });
  if (!random.chance(0.5)) return;
  life.wait(2_000);
  life.tell('disposeOfEquipment', { method: 'recycled' });
}

function trouble(life: Life, thing: DemoThing, random: Random): void {
  if (random.chance(0.07)) repaired(life, random);
  else if (thing.holder) return;
  else if (random.chance(0.05)) ended(life, random);
  else if (random.chance(0.02)) life.tell('reportMissing', { note: 'Not where it should be.' });
}

function lifeOf(thing: DemoThing, start: number, { random, now }: { random: Random; now: number }): Step[] {
  const life = new Life(thing, one(technicians, random), start);
  registered(life, thing);
  if (thing.kind.key === 'lamp') return life.steps;
  if (thing.kind.service !== undefined) served(life, thing.kind.service, random);
  if (thing.holder) lent(life, thing.holder, { random, now });
  else if (random.chance(0.1)) life.tell('moveEquipment', { roomId: one(rooms, random).id });
  trouble(life, thing, random);
  return life.steps;
}

/** Half of the lamps are in projectors. */
function fitted(things: readonly DemoThing[], at: number): Step[] {
  const of = (key: string) => things.filter(({ kind }) => kind.key === key);
  const hosts = of('projector');
  return of('lamp').flatMap(({ id }, n): Step[] => {
    const host = n % 2 === 0 ? hosts[n] : undefined;
    const input = { hostId: host?.id };
    return host
      ? [
          {
            at: at + n * MINUTE,
            record: 'equipment',
            id,
            command: 'fitComponent',
            actor: admin,
            input,
            after: host.id,
          },
        ]
      : [];
  });
}

/** What the organisation owns, registered from `start` on, and what became of it up to now. */
export function equipmentSteps(things: readonly DemoThing[], start: number, now: number): Step[] {
  const random = seeded(SEED);
  const lives = things.flatMap((thing, n) => lifeOf(thing, workingAfter(start, n), { random, now }));
  return [...lives, ...fitted(things, workingAfter(start, things.length) + DAY)];
}
