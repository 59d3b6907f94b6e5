import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamOf } from '#domain/ids.ts';
import { DESK, type Actor, type Role } from '#domain/role.ts';
import { userId } from '#domain/ids.ts';
import {
  done,
  eventsOf,
  openedTicket,
  person,
  startTestDesk,
  ticketCommands as commands,
  userCommands,
  type TestDesk,
} from '#tests/support/journal.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

const actor = (id: string, role: Role): Actor => ({ kind: 'person', userId: userId.parse(id), role });
const runners = (count: number) => Array.from({ length: count }, () => desk.another());
const ticketRef = (id: string) => ({ aggregate: commands.tag.aggregate, id });
const typesOf = async (id: string) =>
  (await eventsOf(desk.journal, streamOf('ticket', id))).map(({ type }) => type);

describe('two who do the same at once', () => {
  test('accept: exactly one wins, and all others are told', async () => {
    const id = await openedTicket(desk.runner);
    const technicians = await Promise.all(Array.from({ length: 8 }, () => person(desk.runner, 'technician')));
    const processes = runners(4);
    await Promise.all(processes.map((runner) => runner.load(ticketRef(id))));
    const outcomes = await Promise.all(
      technicians.map((who, n) =>
        processes[n % 4]!.run(commands.accept, { id, input: {}, actor: actor(who, 'technician') }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.kind === 'rejected' ? [outcome.rejection] : []));
    expect(refused.map(({ rejection }) => rejection)).toEqual(
      Array.from({ length: 7 }, () => 'AlreadyAccepted'),
    );
    const winner = outcomes.findIndex(({ kind }) => kind === 'done');
    expect(Object.values(refused[0]!.facts)).toContain(technicians[winner]);
    expect(await typesOf(id)).toEqual(['TicketOpened', 'TicketAccepted']);
  });

  test('different things: all go through, one after the other', async () => {
    const id = await openedTicket(desk.runner);
    const processes = runners(3);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        processes[n % 3]!.run(commands.addChecklistItem, { id, input: { text: `${n}` }, actor: DESK }),
      ),
    );
    const revisions = outcomes.map((outcome) => Number(done(outcome).revision));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });
});

describe('what is in memory', () => {
  test('does not refuse what the journal allows', async () => {
    const id = await openedTicket(desk.runner);
    const other = desk.another();
    done(await desk.runner.run(commands.reject, { id, input: { reason: 'A joke' }, actor: DESK }));
    await other.load(ticketRef(id));
    done(await desk.runner.run(commands.reopen, { id, input: { reason: 'Not a joke' }, actor: DESK }));
    done(await other.run(commands.addChecklistItem, { id, input: { text: 'Look' }, actor: DESK }));
  });

  test('does not take for done what has been undone', async () => {
    const id = await openedTicket(desk.runner);
    const other = desk.another();
    const tag = { id, input: { tag: 'loud' }, actor: DESK };
    done(await other.run(commands.tag, tag));
    done(await desk.runner.run(commands.untag, tag));
    expect(done(await other.run(commands.tag, tag)).events).toEqual(['TicketTagged']);
    expect(done(await other.run(commands.tag, tag)).events).toEqual([]);
  });

  test('of other records is looked up again after two seconds, and at once before a refusal', async () => {
    const [first, second] = [await openedTicket(desk.runner), await openedTicket(desk.runner)];
    const who = await person(desk.runner, 'technician');
    let clock = Date.now();
    const other = desk.another({ now: () => new Date(clock).toISOString() });
    const assign = (id: string) =>
      other.run(commands.assign, { id, input: { assigneeId: who }, actor: DESK });
    done(await assign(first));
    const request = { id: who, input: {}, actor: DESK };
    done(await desk.runner.run(userCommands.deactivateUser, request));
    clock += 2_001;
    expect(await assign(second)).toMatchObject({ rejection: { rejection: 'NotAssignable' } });
    done(await desk.runner.run(userCommands.reactivateUser, request));
    done(await assign(second));
  });
});

describe('a command on what the actor has seen', () => {
  test('goes on where only other facets have changed since', async () => {
    const id = await openedTicket(desk.runner);
    done(await desk.runner.run(commands.prioritise, { id, input: { priority: 'low' }, actor: DESK }));
    const outcome = await desk
      .another()
      .run(commands.retitle, { id, input: { title: 'It burns' }, actor: DESK, ifMatch: 0n });
    expect(done(outcome).revision).toBe(2n);
  });

  test('is refused with what has changed where the same facet has', async () => {
    const id = await openedTicket(desk.runner);
    const stale = desk.another();
    await stale.load(ticketRef(id));
    done(await desk.runner.run(commands.retitle, { id, input: { title: 'It smokes' }, actor: DESK }));
    done(await desk.runner.run(commands.prioritise, { id, input: { priority: 'high' }, actor: DESK }));
    const retitle = { id, input: { title: 'It burns' }, actor: DESK, ifMatch: 0n };
    for (const runner of [desk.runner, stale]) {
      const outcome = await runner.run(commands.retitle, retitle);
      expect(outcome).toMatchObject({ kind: 'conflict', revision: 2n });
      expect(outcome.kind === 'conflict' && outcome.since).toMatchObject([
        { type: 'TicketRetitled', data: { title: 'It smokes' }, revision: 1n },
      ]);
    }
    expect(await typesOf(id)).toHaveLength(3);
  });

  test('is refused where nobody can have seen it yet', async () => {
    const id = await openedTicket(desk.runner);
    const request = { id, input: { tag: 'odd' }, actor: DESK, ifMatch: 7n };
    expect(await desk.runner.run(commands.tag, request)).toEqual({
      kind: 'conflict',
      revision: 0n,
      since: [],
    });
  });

  test('yields its first result when repeated, whatever has happened since', async () => {
    const id = await openedTicket(desk.runner);
    const request = {
      id,
      input: { title: 'It burns' },
      actor: DESK,
      ifMatch: 0n,
      commandId: randomUUID(),
    };
    const first = done(await desk.runner.run(commands.retitle, request));
    done(await desk.runner.run(commands.retitle, { id, input: { title: 'It is out' }, actor: DESK }));
    expect(done(await desk.runner.run(commands.retitle, request))).toMatchObject({
      revision: first.revision,
      repeated: true,
    });
  });
});

describe('a request', () => {
  test('that does not parse is answered with the paths', async () => {
    const id = await openedTicket(desk.runner);
    const wrong = { id, input: { title: 'x' }, actor: DESK, occurredAt: 'yesterday', commandId: '7' };
    const outcome = await desk.runner.run(commands.retitle, wrong);
    expect(outcome.kind === 'invalid' && outcome.faults.map(({ path }) => path).toSorted()).toEqual([
      'commandId',
      'occurredAt',
      'title',
    ]);
  });

  test('for a record that is not there, or cannot be, is refused', async () => {
    for (const id of [randomUUID(), '../ticket'])
      expect(await desk.runner.run(commands.tag, { id, input: { tag: 'a' }, actor: DESK })).toMatchObject({
        rejection: { rejection: 'NotFound' },
      });
  });

  test('leaves who, why and when with its events', async () => {
    const id = await openedTicket(desk.runner);
    const who = await person(desk.runner, 'admin');
    const [commandId, correlationId, causationId] = [randomUUID(), randomUUID(), randomUUID()];
    const request = { commandId, correlationId, causationId, occurredAt: '2026-01-05T10:00:00+01:00' };
    const by = actor(who, 'admin');
    done(await desk.runner.run(commands.tag, { id, input: { tag: 'a' }, actor: by, ...request }));
    const [, event] = await eventsOf(desk.journal, streamOf('ticket', id));
    expect(event).toMatchObject({ by: who, at: '2026-01-05T09:00:00.000Z' });
    expect(event?.meta).toEqual({
      commandId,
      correlationId,
      causationId,
      command: 'tag',
      actorId: who,
      actorRole: 'admin',
      occurredAt: '2026-01-05T09:00:00.000Z',
    });
  });
});
