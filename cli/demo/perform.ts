import type { Category } from '#domain/category/category.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import type { Room } from '#domain/room/room.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import type { UserEvent } from '#domain/user/events.ts';
import type { User } from '#domain/user/user.ts';
import type {
  CategoryCommandName,
  EquipmentCommandName,
  RoomCommandName,
  SettingsCommandName,
  StocktakeCommandName,
  TicketCommandName,
  UserCommandName,
} from '#domain/permissions.ts';
import type { Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import type { SettingsEvent } from '#domain/settings/events.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { StocktakeEvent } from '#domain/stocktake/events.ts';
import type { Stocktake } from '#domain/stocktake/stocktake.ts';
import type { Command } from '#commands/command.ts';
import type { Outcome, Request, Runner } from '#commands/run.ts';
import {
  categoryCommands,
  equipmentCommands,
  roomCommands,
  settingsCommands,
  stocktakeCommands,
  ticketCommands,
  userCommands,
} from '#commands/registry.ts';
import { demoId } from './random.ts';
import type { Step } from './step.ts';

const ticket: Readonly<Record<TicketCommandName, Command<Ticket, TicketEvent>>> = ticketCommands;
const room: Readonly<Record<RoomCommandName, Command<Room, RoomEvent>>> = roomCommands;
const category: Readonly<Record<CategoryCommandName, Command<Category, CategoryEvent>>> = categoryCommands;
const user: Readonly<Record<UserCommandName, Command<User, UserEvent>>> = userCommands;
const equipment: Readonly<Record<EquipmentCommandName, Command<Equipment, EquipmentEvent>>> =
  equipmentCommands;
const stocktake: Readonly<Record<StocktakeCommandName, Command<Stocktake, StocktakeEvent>>> =
  stocktakeCommands;
const settings: Readonly<Record<SettingsCommandName, Command<Settings, SettingsEvent>>> = settingsCommands;

function give(runner: Runner, step: Step, request: Request): Promise<Outcome<unknown>> {
  switch (step.record) {
    case 'ticket':
      return runner.run(ticket[step.command], request);
    case 'room':
      return runner.run(room[step.command], request);
    case 'category':
      return runner.run(category[step.command], request);
    case 'user':
      return runner.run(user[step.command], request);
    case 'equipment':
      return runner.run(equipment[step.command], request);
    case 'stocktake':
      return runner.run(stocktake[step.command], request);
    case 'settings':
      return runner.run(settings[step.command], request);
    default:
      return step satisfies never;
  }
}

const AT_ONCE = 48;

/** What a step must have for itself: its record, the one that it needs, and the row of ticket numbers. */
const claims = ({ id, after, command }: Step): string[] => [
  id,
  ...(after === undefined ? [] : [after]),
  ...(command === 'openTicket' ? ['the next number'] : []),
];

/** What the rest stands on, and what counts the rest, comes neither before nor after its time. */
const APART: readonly Step['record'][] = ['user', 'room', 'category', 'settings', 'stocktake'];
const isApart = (a: Step['record'] | undefined, b: Step['record']): boolean =>
  a !== b && [a, b].some((one) => one !== undefined && APART.includes(one));

/** Runs steps at the same time as far as they do not touch the same, each record's steps in their order. */
export async function inOrder(
  steps: readonly Step[],
  run: (step: Step, index: number) => Promise<void>,
): Promise<void> {
  const last = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  let record = steps[0]?.record;
  for (const [index, step] of steps.entries()) {
    if (isApart(record, step.record)) await Promise.all(running);
    record = step.record;
    const before = claims(step).map((claim) => last.get(claim) ?? Promise.resolve());
    const done = Promise.all(before).then(() => run(step, index));
    for (const claim of claims(step)) last.set(claim, done);
    running.add(done);
    void done.then(
      () => running.delete(done),
      () => undefined,
    );
    if (running.size >= AT_ONCE) await Promise.race(running);
  }
  await Promise.all(running);
}

function positionOf(step: Step, outcome: Outcome<unknown>): bigint {
  if (outcome.kind === 'done') return outcome.position;
  throw new Error(
    `demo: ${step.command} on ${step.record} ${step.id}: ${JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
  );
}

/** Gives the commands and returns the last position. A repeat of the same steps changes nothing. */
export async function perform(steps: readonly Step[], runner: Runner): Promise<bigint> {
  let position = 0n;
  await inOrder(steps, async (step, index) => {
    const request: Request = {
      id: step.id,
      input: step.input,
      actor: step.actor,
      occurredAt: new Date(step.at).toISOString(),
      commandId: demoId(`step ${index} ${step.command} ${step.id}`),
    };
    const at = positionOf(step, await give(runner, step, request));
    if (at > position) position = at;
  });
  return position;
}
