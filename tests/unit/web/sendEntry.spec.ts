import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../web/src/lib/api/request.ts';
import { UNREACHABLE } from '../../../web/src/lib/api/request.ts';
import { sendEntry } from '../../../web/src/lib/stocktake/sendEntry.ts';
import { type Entry } from '../../../web/src/lib/stocktake/shelf.ts';

const AT = '2026-11-02T08:00:00.000Z';
const yes: Answer<unknown> = { ok: true, value: {} };

describe('what is sent of a scan', () => {
  function recorded(...answers: readonly Answer<unknown>[]) {
    const posts: unknown[][] = [];
    const post = (...sent: unknown[]) => {
      posts.push(sent);
      return Promise.resolve(answers[posts.length - 1] ?? yes);
    };
    return { posts, api: { get: post, post } as Parameters<typeof sendEntry>[0] };
  }
  const headers = { 'idempotency-key': 'a' };
  const entry: Entry = { key: 'a', command: 'scan', scanId: 'a', text: 'TAG-a', at: AT, order: 1 };

  const SENT = '2026-11-02T08:05:00.000Z';
  const clock = () => SENT;

  test('is its id, its text, its time, the time of sending by the same clock, and its key', async () => {
    const { posts, api } = recorded();
    await sendEntry(api, 'room-a', clock)(entry);
    expect(posts).toEqual([
      ['/stocktakes/room-a/scan', { scanId: 'a', text: 'TAG-a', occurredAt: AT, sentAt: SENT }, headers],
    ]);
  });

  test('is taken with the time of the desk where the clock was set back between scan and sending', async () => {
    const setBack: Answer<unknown> = {
      ok: false,
      problem: { ...UNREACHABLE, status: 409, rejection: 'InTheFuture' },
    };
    const { posts, api } = recorded(setBack);
    expect(await sendEntry(api, 'room-a', clock)(entry)).toEqual(yes);
    expect(posts[1]).toEqual(['/stocktakes/room-a/scan', { scanId: 'a', text: 'TAG-a' }, headers]);
  });
});
