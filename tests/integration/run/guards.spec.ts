import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '#commands/run.ts';
import { streamOf, ticketId, userId } from '#domain/ids.ts';
import { DESK, type Actor } from '#domain/role.ts';
import type { Journal } from '#eventstore/journal.ts';
import {
  done,
  openedTicket,
  person,
  startTestDesk,
  ticketCommands,
  userCommands,
  type TestDesk,
} from '#tests/support/journal.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

const admin = (id: string): Actor => ({ kind: 'person', userId: userId.parse(id), role: 'admin' });
const standing = async (id: string) =>
  (await desk.another().load({ aggregate: userCommands.deactivateUser.aggregate, id })).state;
const ticketOf = async (id: string) =>
  (await desk.another().load({ aggregate: ticketCommands.merge.aggregate, id })).state;
const refusalOf = (outcome: Outcome<unknown>) =>
  outcome.kind === 'rejected' ? outcome.rejection.rejection : outcome.kind;
const refused = (outcomes: readonly Outcome<unknown>[]) =>
  outcomes.map(refusalOf).filter((kind) => kind !== 'done');

/**
 * A journal that lets appends to these categories of streams through only once there are so many of them, or they
 * are released: so that all is decided before any is written.
 */
function meeting(categories: readonly string[], count: number) {
  const { promise, resolve } = Promise.withResolvers<null>();
  let arrived = 0;
  const journal: Journal = {
    ...desk.journal,
    async append(given) {
      if (categories.some((category) => given.stream.startsWith(`${category}-`))) {
        arrived += 1;
        if (arrived === count) resolve(null);
        await promise;
      }
      return desk.journal.append(given);
    },
  };
  return { journal, release: () => resolve(null) };
}

/** A journal that ends like a killed process before it appends to streams of this category. */
const dyingBefore = (category: string): Journal => ({
  ...desk.journal,
  append: (given) =>
    given.stream.startsWith(`${category}-`)
      ? Promise.reject(new Error('killed'))
      : desk.journal.append(given),
});

describe('administrators who take each other away at once', () => {
  const ways = {
    deactivateUser:
      (runner = desk.another()) =>
      (by: string, of: string) =>
        runner.run(userCommands.deactivateUser, { id: of, input: {}, actor: admin(by) }),
    changeUserRole:
      (runner = desk.another()) =>
      (by: string, of: string) =>
        runner.run(userCommands.changeUserRole, { id: of, input: { role: 'requester' }, actor: admin(by) }),
  };
  const two = async () => [await person(desk.runner, 'admin'), await person(desk.runner, 'admin')] as const;

  test.for([
    ['deactivateUser', 'deactivateUser'],
    ['changeUserRole', 'changeUserRole'],
    ['deactivateUser', 'changeUserRole'],
  ] as const)('by %s and %s: one is left', async ([one, other]) => {
    const [ada, bob] = await two();
    const { journal } = meeting(['guard'], 2);
    const outcomes = await Promise.all([
      ways[one](desk.another({ journal }))(ada, bob),
      ways[other](desk.another({ journal }))(bob, ada),
    ]);
    expect(refused(outcomes)).toEqual(['LastAdministrator']);
    const left = (await Promise.all([ada, bob].map(standing))).filter(
      (user) => user.status === 'Active' && user.role === 'admin',
    );
    expect(left).toHaveLength(1);
  });

  test('in one process, and in a ring of five: one is left at least', async () => {
    const ring = await Promise.all(Array.from({ length: 5 }, () => person(desk.runner, 'admin')));
    const runner = desk.another();
    await Promise.all(ring.map((id, n) => ways.deactivateUser(runner)(ring[(n + 1) % 5]!, id)));
    const left = (await Promise.all(ring.map(standing))).filter(({ status }) => status === 'Active');
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(5);
  });

  test('while what has been announced is not written yet: the announced one takes nobody away', async () => {
    const [ada, bob] = await two();
    const { journal, release } = meeting(['user'], 2);
    const slow = ways.deactivateUser(desk.another({ journal }))(ada, bob);
    const announced = async () =>
      (await Array.fromAsync(desk.journal.readStream('guard-administrators'))).at(-1)?.data;
    await expect.poll(announced).toMatchObject({ of: bob });
    expect(refusalOf(await ways.deactivateUser()(bob, ada))).toBe('LastAdministrator');
    release();
    done(await slow);
  });

  test('and whose process is killed in between: the account goes on once it is changed again', async () => {
    const [ada, bob] = await two();
    const killed = desk.another({ journal: dyingBefore('user') });
    await expect(ways.deactivateUser(killed)(ada, bob)).rejects.toThrow('killed');
    expect(refusalOf(await ways.deactivateUser()(bob, ada))).toBe('LastAdministrator');
    done(
      await desk.runner.run(userCommands.correctUserDetails, {
        id: bob,
        input: { phone: '123' },
        actor: admin(bob),
      }),
    );
    done(await ways.deactivateUser()(bob, ada));
  });

  test('repeated with the key of what was done, is answered with that, whoever has gone since', async () => {
    const [ada, bob] = await two();
    const cyd = await person(desk.runner, 'admin');
    const slow = desk.another();
    for (const id of [ada, bob]) await slow.load({ aggregate: userCommands.deactivateUser.aggregate, id });
    const request = { id: bob, input: {}, actor: admin(ada), commandId: randomUUID() };
    done(await desk.runner.run(userCommands.deactivateUser, request));
    done(await ways.deactivateUser()(cyd, ada));
    expect(done(await slow.run(userCommands.deactivateUser, request)).repeated).toBe(true);
  });
});

describe('tickets that are merged into each other at once', () => {
  const merging = (from: string, into: string, journal: Journal = desk.journal) =>
    desk
      .another({ journal })
      .run(ticketCommands.merge, { id: from, input: { into: ticketId.parse(into) }, actor: DESK });

  test('make no circle: one stays', async () => {
    const [one, other] = [await openedTicket(desk.runner), await openedTicket(desk.runner)];
    const { journal } = meeting(['guard'], 2);
    const outcomes = await Promise.all([merging(one, other, journal), merging(other, one, journal)]);
    expect(refused(outcomes)).toEqual(['CannotMergeIntoSelf']);
    const statuses = (await Promise.all([one, other].map(ticketOf))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['Merged', 'New']);
  });

  test('make no circle of three either, and those that go on point to one that stays', async () => {
    const ring = [
      await openedTicket(desk.runner),
      await openedTicket(desk.runner),
      await openedTicket(desk.runner),
    ];
    const { journal } = meeting(['guard'], 3);
    const outcomes = await Promise.all(ring.map((id, n) => merging(id, ring[(n + 1) % 3]!, journal)));
    expect(outcomes.filter(({ kind }) => kind === 'done').length).toBeGreaterThan(0);
    const tickets = await Promise.all(ring.map(ticketOf));
    expect(tickets.map(({ status }) => status)).toContain('New');
  });

  test('can be merged on, one after the other, and again once a merge is taken back', async () => {
    const [first, second, third] = [
      await openedTicket(desk.runner),
      await openedTicket(desk.runner),
      await openedTicket(desk.runner),
    ];
    done(await merging(first, second));
    done(await merging(second, third));
    expect(refusalOf(await merging(third, second))).toBe('CannotMergeIntoSelf');
    done(await desk.runner.run(ticketCommands.unmerge, { id: second, input: {}, actor: DESK }));
    done(await merging(third, second));
  });

  test('by many at once all go into the one that stays', async () => {
    const survivor = await openedTicket(desk.runner);
    const others = await Promise.all(Array.from({ length: 12 }, () => openedTicket(desk.runner)));
    const outcomes = await Promise.all(others.map((id) => merging(id, survivor)));
    expect(refused(outcomes)).toEqual([]);
    expect((await Array.fromAsync(desk.journal.readStream(streamOf('ticket', survivor)))).length).toBe(1);
  });
});
