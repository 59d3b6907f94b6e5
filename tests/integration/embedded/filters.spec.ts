import {
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
  type AllStreamSubscription,
  type Filter,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { event, events, eventually, startTestJournal, type TestJournal } from '#tests/support/embedded.ts';

let journal: TestJournal;

beforeAll(async () => {
  journal = await startTestJournal();
  await journal.client.appendToStream('ticket-1', events(100, 'TicketOpened'));
  await journal.client.appendToStream('room-1', events(100, 'RoomOpened'));
  await journal.client.setStreamMetadata('room-1', { owner: 'kim' });
});
afterAll(() => journal.stop());

type Seen = { subscription: AllStreamSubscription; log: string[] };

/** Follows $all through a filter, and logs stream names, `caughtUp` and `@position` of checkpoints. */
function follow(filter: (checkpointReached: NonNullable<Filter['checkpointReached']>) => Filter): Seen {
  const log: string[] = [];
  const options = filter((_, { commit }) => {
    log.push(`@${commit}`);
    return Promise.resolve();
  });
  const subscription = journal.client.subscribeToAll({ filter: options });
  subscription.on('caughtUp', () => log.push('caughtUp'));
  subscription.on('data', ({ event: read }) => log.push(read?.streamId ?? ''));
  return { subscription, log };
}

async function streamsUntilCaughtUp(filter: Filter): Promise<Record<string, number>> {
  const { subscription, log } = follow((checkpointReached) => ({ ...filter, checkpointReached }));
  await eventually(() => log).toContain('caughtUp');
  await subscription.unsubscribe();
  const counts: Record<string, number> = {};
  for (const entry of log.filter((line) => /^[a-z$]+-/.test(line))) counts[entry] = (counts[entry] ?? 0) + 1;
  return counts;
}

describe('a filtered subscription to $all', () => {
  it.each([
    ['event types by prefix', eventTypeFilter({ prefixes: ['Ticket', 'Nothing'] }), { 'ticket-1': 100 }],
    ['event types by regular expression', eventTypeFilter({ regex: '^Room.*d$' }), { 'room-1': 100 }],
    [
      'stream names by prefix',
      streamNameFilter({ prefixes: ['room-', '$$'] }),
      { 'room-1': 100, '$$room-1': 1 },
    ],
    [
      'stream names by regular expression',
      streamNameFilter({ regex: '^ticket-[0-9]+$' }),
      { 'ticket-1': 100 },
    ],
    ['everything but system events', excludeSystemEvents(), { 'ticket-1': 100, 'room-1': 100 }],
  ])('lets through %s', async (_, filter, expected) => {
    expect(await streamsUntilCaughtUp(filter)).toEqual(expected);
  });

  it('takes the regular expression when there are prefixes too', async () => {
    const both = { ...eventTypeFilter({ regex: '^Room' }), prefixes: ['Ticket'] } as Filter;
    expect(await streamsUntilCaughtUp(both)).toEqual({ 'room-1': 100 });
  });

  it('refuses a regular expression that is none', async () => {
    const { subscription } = follow(() => eventTypeFilter({ regex: '[' }));
    const error = await new Promise<Error>((resolve) => subscription.once('error', resolve));
    expect(error.message).toContain('regular expression');
  });

  const checkpoints = async (interval: number, maxSearchWindow?: number): Promise<string[]> => {
    const { subscription, log } = follow((checkpointReached) =>
      eventTypeFilter({
        prefixes: ['Nothing'],
        checkpointInterval: interval,
        checkpointReached,
        ...(maxSearchWindow === undefined ? {} : { maxSearchWindow }),
      }),
    );
    await eventually(() => log).toContain('caughtUp');
    await subscription.unsubscribe();
    return log;
  };

  it('brings a checkpoint every 32 events considered, and one on going live', async () => {
    expect(await checkpoints(1)).toEqual(['@32', '@64', '@96', '@128', '@160', '@192', '@201', 'caughtUp']);
  });

  it('brings a checkpoint every interval × window events', async () => {
    expect(await checkpoints(4, 20)).toEqual(['@80', '@160', '@201', 'caughtUp']);
  });

  it('goes on with events and checkpoints when live', async () => {
    const own = await startTestJournal();
    const log: string[] = [];
    const subscription = own.client.subscribeToAll({
      filter: eventTypeFilter({
        prefixes: ['Ticket'],
        maxSearchWindow: 2,
        checkpointReached: (_, { commit }) => {
          log.push(`@${commit}`);
          return Promise.resolve();
        },
      }),
    });
    subscription.on('caughtUp', () => log.push('caughtUp'));
    subscription.on('data', ({ event: read }) => log.push(read?.streamId ?? ''));
    await eventually(() => log).toEqual(['@0', 'caughtUp']);
    await own.client.appendToStream('room-1', events(3, 'RoomOpened'));
    await own.client.appendToStream('ticket-1', event(0, 'TicketOpened'));
    await eventually(() => log).toEqual(['@0', 'caughtUp', '@2', 'ticket-1', '@4']);
    await own.stop();
  });
});
