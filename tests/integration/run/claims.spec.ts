import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamOf, type StreamName } from '#domain/ids.ts';
import { DESK } from '#domain/role.ts';
import type { Journal } from '#eventstore/journal.ts';
import {
  digest,
  done,
  eventsOf,
  openedRoom,
  person,
  report,
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

const claimOf = (email: string): StreamName => `claim-email.${digest('email', email)}`;
const newEmail = (): string => `${randomUUID()}@desk.example`;
const registration = (email: string) => ({
  id: randomUUID(),
  input: { name: 'Kim', email },
  actor: DESK,
  commandId: randomUUID(),
});
const minutesFromNow = (minutes: number) => () => new Date(Date.now() + minutes * 60_000).toISOString();

/** A journal that ends like a killed process before it appends to streams of this category. */
const dyingBefore = (category: string): Journal => ({
  ...desk.journal,
  append: (append) =>
    append.stream.startsWith(`${category}-`)
      ? Promise.reject(new Error('killed'))
      : desk.journal.append(append),
});

describe('an address', () => {
  test('goes to exactly one of 32 who register it at once', async () => {
    const email = newEmail();
    const runners = Array.from({ length: 4 }, () => desk.another());
    const outcomes = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        runners[n % 4]!.run(userCommands.registerUser, registration(email)),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'rejected')).toEqual(
      Array.from({ length: 31 }, () => ({
        kind: 'rejected',
        rejection: { rejection: 'Taken', facts: { kind: 'email' } },
      })),
    );
    expect(await eventsOf(desk.journal, claimOf(email))).toHaveLength(1);
  });

  test('can be taken once its holder has another, and the other is taken then', async () => {
    const [old, next] = [newEmail(), newEmail()];
    const id = await person(desk.runner, 'requester', old);
    const correct = { id, input: { email: next }, actor: DESK };
    done(await desk.runner.run(userCommands.correctUserDetails, correct));
    expect(await desk.runner.run(userCommands.registerUser, registration(next))).toMatchObject({
      rejection: { rejection: 'Taken' },
    });
    done(await desk.runner.run(userCommands.registerUser, registration(old)));
    const back = { id, input: { email: old }, actor: DESK };
    expect(await desk.runner.run(userCommands.correctUserDetails, back)).toMatchObject({
      rejection: { rejection: 'Taken' },
    });
  });

  test('that was claimed by a process that was killed is taken over, but not at once', async () => {
    const email = newEmail();
    const killed = desk.another({ journal: dyingBefore('user') });
    await expect(killed.run(userCommands.registerUser, registration(email))).rejects.toThrow('killed');
    expect(await desk.runner.run(userCommands.registerUser, registration(email))).toMatchObject({
      rejection: { rejection: 'Taken' },
    });
    const later = desk.another({ now: minutesFromNow(1) });
    done(await later.run(userCommands.registerUser, registration(email)));
    expect(await desk.runner.run(userCommands.registerUser, registration(email))).toMatchObject({
      rejection: { rejection: 'Taken' },
    });
  });

  test('that a killed process was about to let go still belongs to its holder', async () => {
    const email = newEmail();
    const id = await person(desk.runner, 'requester', email);
    const killed = desk.another({ journal: dyingBefore('user') });
    const correct = { id, input: { email: newEmail() }, actor: DESK };
    await expect(killed.run(userCommands.correctUserDetails, correct)).rejects.toThrow('killed');
    expect((await eventsOf(desk.journal, claimOf(email))).map(({ type }) => type)).toEqual([
      'ValueClaimed',
      'ValueReleased',
    ]);
    for (const minutes of [0, 1]) {
      const later = desk.another({ now: minutesFromNow(minutes) });
      expect(await later.run(userCommands.registerUser, registration(email))).toMatchObject({
        rejection: { rejection: 'Taken' },
      });
    }
  });

  test('is free again at once when the registration is refused after all', async () => {
    const email = newEmail();
    const { id, ...request } = registration(email);
    const unaware = desk.another();
    await unaware.load({ aggregate: userCommands.registerUser.aggregate, id });
    done(await desk.runner.run(userCommands.registerUser, { ...registration(newEmail()), id }));
    expect(await unaware.run(userCommands.registerUser, { ...request, id })).toMatchObject({
      rejection: { rejection: 'AlreadyExists' },
    });
    expect((await eventsOf(desk.journal, claimOf(email))).map(({ type }) => type)).toEqual([
      'ValueClaimed',
      'ValueReleased',
    ]);
    done(await desk.runner.run(userCommands.registerUser, registration(email)));
  });

  test('is kept by the repeat of the registration that a killed process began', async () => {
    const request = registration(newEmail());
    const killed = desk.another({ journal: dyingBefore('user') });
    await expect(killed.run(userCommands.registerUser, request)).rejects.toThrow('killed');
    expect(done(await desk.runner.run(userCommands.registerUser, request)).repeated).toBe(false);
  });
});

describe('the same report', () => {
  const open = async () => {
    const input = report(await openedRoom(desk.runner), await person(desk.runner, 'requester'));
    return (occurredAt?: string) => ({
      id: randomUUID(),
      input,
      actor: DESK,
      ...(occurredAt === undefined ? {} : { occurredAt }),
    });
  };

  test('given many times at once opens one ticket, and all get it', async () => {
    const request = await open();
    const runners = Array.from({ length: 4 }, () => desk.another());
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, n) => runners[n % 4]!.run(ticketCommands.openTicket, request())),
    );
    const results = outcomes.map(done);
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(new Set(results.map(({ position }) => position)).size).toBe(1);
    expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(results.map(({ state }) => state.status)).toEqual(results.map(() => 'New'));
  });

  test('is another ticket 20 seconds later', async () => {
    const request = await open();
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 9, 0, seconds)).toISOString();
    const first = done(await desk.runner.run(ticketCommands.openTicket, request(at(0))));
    const same = done(await desk.runner.run(ticketCommands.openTicket, request(at(19))));
    const other = done(await desk.runner.run(ticketCommands.openTicket, request(at(20))));
    expect(same).toMatchObject({ id: first.id, repeated: true });
    expect(other.id).not.toBe(first.id);
    expect(other.repeated).toBe(false);
  });

  test('does not wait for ever on one that a killed process began', async () => {
    const request = await open();
    const killed = desk.another({ journal: dyingBefore('ticket') });
    await expect(killed.run(ticketCommands.openTicket, request())).rejects.toThrow('killed');
    expect(done(await desk.runner.run(ticketCommands.openTicket, request())).repeated).toBe(false);
  });
});

describe('a ticket number', () => {
  test('is nobody else’s, and a refusal burns none', async () => {
    const [roomId, requesterId] = [await openedRoom(desk.runner), await person(desk.runner, 'requester')];
    const numbers = streamOf('sequence', 'ticket');
    const before = (await eventsOf(desk.journal, numbers)).length;
    const requests = Array.from({ length: 20 }, (_, n) => ({
      id: randomUUID(),
      input: report(n % 2 ? roomId : randomUUID(), requesterId, `Report ${n}`),
      actor: DESK,
    }));
    const outcomes = await Promise.all(
      requests.map((request) => desk.runner.run(ticketCommands.openTicket, request)),
    );
    const opened = outcomes.filter(({ kind }) => kind === 'done').map(done);
    const drawn = opened.map(({ state }) => ('number' in state ? state.number : 0));
    expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, n) => before + n + 1));
    expect(await eventsOf(desk.journal, numbers)).toHaveLength(before + 10);
  });
});
