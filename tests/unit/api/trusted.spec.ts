import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTrusted } from '#api/auth/trusted.ts';

let now = 0;
const clock = { now: () => now };
beforeEach(() => {
  now = 1_000;
});

/** What is read counts up, each time once somebody says so. */
function counting() {
  const waiting: (() => void)[] = [];
  let count = 0;
  const read = vi.fn(
    () =>
      new Promise<number | undefined>((resolve) => {
        count += 1;
        const value = count;
        waiting.push(() => resolve(value));
      }),
  );
  return { read, answer: () => waiting.splice(0).forEach((each) => each()) };
}

async function known(trusted: ReturnType<typeof createTrusted<number>>, answer: () => void) {
  const first = trusted.get('a');
  answer();
  expect(await first).toBe(1);
}

describe('what is believed for a while', () => {
  it('is read once for all who ask at the same time', async () => {
    const { read, answer } = counting();
    const trusted = createTrusted(read, clock);
    const all = [trusted.get('a'), trusted.get('a')];
    answer();
    expect(await Promise.all(all)).toEqual([1, 1]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is read again while it is still believed, and nobody waits for that', async () => {
    const { read, answer } = counting();
    const trusted = createTrusted(read, clock);
    await known(trusted, answer);
    now += 1_400;
    expect(await trusted.get('a')).toBe(1);
    expect(read).toHaveBeenCalledTimes(1);
    now += 200;
    expect(await trusted.get('a')).toBe(1);
    expect(read).toHaveBeenCalledTimes(2);
    answer();
    await setImmediate();
    expect(await trusted.get('a')).toBe(2);
  });

  it('is not believed for more than three seconds', async () => {
    const { read, answer } = counting();
    const trusted = createTrusted(read, clock);
    await known(trusted, answer);
    now += 3_001;
    const later = trusted.get('a');
    answer();
    expect(await later).toBe(2);
  });

  it('is forgotten even where it is being read', async () => {
    const { read, answer } = counting();
    const trusted = createTrusted(read, clock);
    const old = trusted.get('a');
    trusted.forget('a');
    const fresh = trusted.get('a');
    answer();
    expect(await Promise.all([old, fresh])).toEqual([1, 2]);
    expect(await trusted.get('a')).toBe(2);
  });

  it('is what was told last, not what was being read then', async () => {
    const { read, answer } = counting();
    const trusted = createTrusted(read, clock);
    const old = trusted.get('a');
    trusted.set('a', 7);
    answer();
    await old;
    expect(await trusted.get('a')).toBe(7);
  });

  it('stays believed where reading it again fails, and no longer than otherwise', async () => {
    const read = vi.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockRejectedValue(new Error('gone'));
    const trusted = createTrusted(read, clock);
    expect(await trusted.get('a')).toBe(1);
    now += 2_000;
    expect(await trusted.get('a')).toBe(1);
    await setImmediate();
    now += 1_001;
    await expect(trusted.get('a')).rejects.toThrow('gone');
  });

  it('is gone once a reading finds nothing', async () => {
    const read = vi
      .fn<() => Promise<number | undefined>>()
      .mockResolvedValueOnce(1)
      .mockResolvedValue(undefined);
    const trusted = createTrusted(read, clock);
    await trusted.get('a');
    now += 2_000;
    await trusted.get('a');
    await setImmediate();
    expect(await trusted.get('a')).toBeUndefined();
  });
});
