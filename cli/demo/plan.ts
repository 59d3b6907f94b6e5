import type { Policy } from '#domain/ticket/rules.ts';
import { DAY, openings } from './calendar.ts';
import { categories } from './categories.ts';
import {
  asking,
  checking,
  filing,
  lingering,
  noting,
  opening,
  passing,
  queueing,
  taking,
  waiting,
  watching,
} from './chapters.ts';
import { cancelling, ending, merging, rejecting } from './endings.ts';
import { seeded, type Random } from './random.ts';
import { equipmentSteps } from './equipmentSteps.ts';
import { inventory, type DemoThing } from './inventory.ts';
import { recordSteps } from './records.ts';
import { report, type Desk, type Report } from './report.ts';
import type { Step } from './step.ts';
import { stocktakeSteps } from './stocktakeSteps.ts';
import { teller, type Teller } from './teller.ts';

export interface Scale {
  readonly tickets: number;
  readonly days: number;
}

export const SIX_MONTHS: Scale = { tickets: 1_500, days: 182 };
/** Days before the first ticket; the rooms and categories are older. */
const REGISTERED_BEFORE = 7;
const SEED = 20_261_122;

const middle: readonly (readonly [chapter: (tale: Teller) => void, probability: number])[] = [
  [noting, 0.4],
  [asking, 0.5],
  [asking, 0.12],
  [checking, 0.55],
  [watching, 0.06],
  [passing, 0.08],
  [waiting, 0.22],
  [queueing, 0.7],
  [lingering, 0.07],
  [noting, 0.1],
];

/** A ticket that is worked to its end. */
function worked(tale: Teller, policy: Policy): void {
  const filed = tale.random.chance(0.92);
  opening(tale, filed);
  if (tale.random.chance(0.035)) {
    cancelling(tale);
    return;
  }
  taking(tale);
  if (!filed) filing(tale);
  if (tale.random.chance(0.03)) {
    rejecting(tale);
    return;
  }
  for (const [chapter, probability] of middle) if (tale.random.chance(probability)) chapter(tale);
  ending(tale, policy);
}

function repeated(tale: Teller, survivor: Report): void {
  opening(tale);
  merging(tale, survivor);
}

/** One of the last reports about something that several people see at once. */
function sameTrouble(recent: readonly Report[], at: number, random: Random): Report | undefined {
  if (!random.chance(0.035)) return undefined;
  return recent.findLast((earlier) => earlier.story.urgent !== undefined && at - earlier.at < DAY);
}

function ticketSteps(now: number, scale: Scale, policy: Policy): Step[] {
  const desk: Desk = { random: seeded(SEED), heard: new Set() };
  const told: Report[] = [];
  return openings(now, scale.days, scale.tickets, desk.random).flatMap((at, index) => {
    const like = sameTrouble(told, at, desk.random);
    const next = report(desk, { number: index + 1, at, like });
    const { tale, steps } = teller(next, desk.random);
    const repeats = like !== undefined && next.story === like.story && next.room === like.room;
    if (repeats) repeated(tale, like);
    else {
      worked(tale, policy);
      told.push(next);
    }
    return steps;
  });
}

/** Kinds of things that tickets of a category are about. */
const ABOUT: Readonly<Partial<Record<string, readonly string[]>>> = {
  [categories.printing.id]: ['printer'],
  [categories.computers.id]: ['laptop', 'desktop'],
  [categories.displays.id]: ['projector', 'monitor'],
};

/** A report of a thing that stands in its room, or that the reporter has, names it. */
function withThing(step: Step, things: readonly DemoThing[]): Step {
  if (step.command !== 'openTicket') return step;
  const about = ABOUT[String(step.input['categoryId'])] ?? [];
  const person = step.actor.kind === 'person' ? step.actor.userId : undefined;
  const thing = things.find(
    ({ kind, room, holder }) =>
      about.includes(kind.key) && (holder ? holder.id === person : room.id === step.input['roomId']),
  );
  return thing ? { ...step, input: { ...step.input, equipmentIds: [thing.id] }, after: thing.id } : step;
}

/** Every command of the demo up to now, in the order in which things happened; the same for the same moment. */
export function plan(now: number, policy: Policy, scale: Scale = SIX_MONTHS): readonly Step[] {
  const things = inventory(now);
  const start = now - (scale.days + REGISTERED_BEFORE) * DAY;
  const steps = [
    ...recordSteps(now, scale.days),
    ...equipmentSteps(things, start, now),
    ...stocktakeSteps(things, now),
    ...ticketSteps(now, scale, policy).map((step) => withThing(step, things)),
  ];
  return steps.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
}
