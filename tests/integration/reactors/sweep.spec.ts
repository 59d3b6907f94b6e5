import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketRef } from '#commands/refs.ts';
import type { Runner } from '#commands/run.ts';
import { streamOf, userId } from '#domain/ids.ts';
import type { Actor } from '#domain/role.ts';
import { outlineOf } from '#domain/ticket/outline.ts';
import type { DueTicket } from '#reactors/effects.ts';
import { startReactors, type ReactorDeps } from '#reactors/run.ts';
import {
  done,
  eventsOf,
  openedTicket,
  person,
  policy,
  startTestDesk,
  ticketCommands,
  type TestDesk,
} from '#tests/support/journal.ts';

const MORNING = '2026-03-02T08:00:00.000Z';
const EVENING = '2026-03-02T18:00:00.000Z';
const WEEK_LATER = '2026-03-09T18:00:00.000Z';

let desk: TestDesk;
let clock = MORNING;
let runner: Runner;
let technician: Actor;
const problems: unknown[] = [];

beforeAll(async () => {
  desk = await startTestDesk();
  runner = desk.another({ now: () => clock });
  technician = {
    kind: 'person',
    userId: userId.parse(await person(runner, 'technician')),
    role: 'technician',
  };
});
afterAll(() => desk.stop());

async function due(ticketId: string): Promise<DueTicket> {
  const { state } = await runner.load(ticketRef(ticketId));
  if (state.status === 'Unopened') throw new Error('there is no such ticket');
  const { status, pendingUntil, endedAt } = outlineOf(state);
  return { ticketId, status, pendingUntil, resolvedAt: endedAt };
}

const reactors = (tickets: readonly string[], changes: Partial<ReactorDeps> = {}) =>
  startReactors({
    runner,
    journal: desk.journal,
    dueTickets: () => Promise.all(tickets.map(due)),
    leads: () => true,
    now: () => clock,
    policy,
    schedule: () => ({ stop: () => Promise.resolve() }),
    log: { error: (message, facts) => problems.push({ message, facts }) },
    ...changes,
  });

async function waiting(until: string): Promise<string> {
  clock = MORNING;
  const id = await openedTicket(runner);
  done(await runner.run(ticketCommands.accept, { id, input: {}, actor: technician }));
  const input = { reason: 'Waiting for paper', until };
  done(await runner.run(ticketCommands.putOnHold, { id, input, actor: technician }));
  return id;
}

describe('the sweep of the desk', () => {
  it('resumes what waits until now, caused by what put it on hold', async () => {
    const id = await waiting(EVENING);
    expect(await reactors([id]).sweep()).toBe(0);
    clock = EVENING;
    expect(await reactors([id]).sweep()).toBe(1);
    const [putOnHold, resumed] = (await eventsOf(desk.journal, streamOf('ticket', id))).slice(-2);
    expect(resumed).toMatchObject({ type: 'TicketResumed', by: null, at: EVENING });
    expect(resumed?.meta).toMatchObject({
      command: 'resume',
      actorRole: 'desk',
      causationId: putOnHold?.eventId,
      correlationId: putOnHold?.meta.correlationId,
    });
    expect(await reactors([id]).sweep()).toBe(0);
  });

  it('closes what was resolved a week ago', async () => {
    clock = EVENING;
    const id = await openedTicket(runner);
    done(await runner.run(ticketCommands.resolve, { id, input: { resolution: 'Done' }, actor: technician }));
    expect(await reactors([id]).sweep()).toBe(0);
    clock = WEEK_LATER;
    expect(await reactors([id]).sweep()).toBe(1);
    expect((await due(id)).status).toBe('Closed');
  });

  it('is done by one process only', async () => {
    const id = await waiting(EVENING);
    clock = EVENING;
    expect(await reactors([id], { leads: () => false }).sweep()).toBe(0);
    expect((await due(id)).status).toBe('Pending');
  });

  it('does not believe an old list: what waits again goes on waiting', async () => {
    const id = await waiting(EVENING);
    const before = await due(id);
    clock = EVENING;
    const input = { reason: 'Waiting for toner', until: WEEK_LATER };
    done(await runner.run(ticketCommands.putOnHold, { id, input, actor: technician }));
    expect(await reactors([], { dueTickets: () => Promise.resolve([before]) }).sweep()).toBe(0);
    expect((await due(id)).status).toBe('Pending');
  });

  it('goes on after a ticket that makes trouble, and tells of it', async () => {
    const id = await waiting(EVENING);
    clock = EVENING;
    const broken = { ...(await due(id)), ticketId: 'x'.repeat(3_000) };
    problems.length = 0;
    const journal: ReactorDeps['journal'] = {
      readStream(stream, from) {
        if (stream.length > 1_000) throw new Error('the name is too long');
        return desk.journal.readStream(stream, from);
      },
    };
    const list = { dueTickets: async () => [broken, await due(id)], journal };
    expect(await reactors([], list).sweep()).toBe(1);
    expect(problems).toHaveLength(1);
  });

  it('ends only after what it is doing', async () => {
    const id = await waiting(EVENING);
    clock = EVENING;
    let tick = (): Promise<void> => Promise.reject(new Error('nothing was scheduled'));
    const running = reactors([id], {
      schedule(task) {
        tick = task;
        return { stop: () => Promise.resolve() };
      },
    });
    void tick();
    await running.stop();
    expect((await due(id)).status).toBe('Open');
  });

  it('tells when it cannot find out what is due', async () => {
    problems.length = 0;
    let tick = (): Promise<void> => Promise.reject(new Error('nothing was scheduled'));
    reactors([], {
      dueTickets: () => Promise.reject(new Error('the read tables are away')),
      schedule(task) {
        tick = task;
        return { stop: () => Promise.resolve() };
      },
    });
    await tick();
    expect(problems).toHaveLength(1);
  });
});
