import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyMinute } from '#reactors/adapters/everyMinute.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-02T10:00:30Z') }));
afterEach(() => void vi.useRealTimers());

const lines: string[] = [];
const log = { warn: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };

it('calls a task at the beginning of every minute until it is stopped', async () => {
  const calls: string[] = [];
  const task = everyMinute(log)(() => {
    calls.push(new Date().toISOString().slice(11, 16));
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(90_500);
  expect(calls).toEqual(['10:01', '10:02']);
  await task.stop();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(calls).toHaveLength(2);
});

it('does not call a task that is still at it', async () => {
  let calls = 0;
  const finish: (() => void)[] = [];
  const task = everyMinute(log)(() => {
    calls += 1;
    return new Promise((resolve) => void finish.push(resolve));
  });
  await vi.advanceTimersByTimeAsync(180_000);
  expect(calls).toBe(1);
  expect(lines).toHaveLength(2);
  finish[0]?.();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toBe(2);
  await task.stop();
});
