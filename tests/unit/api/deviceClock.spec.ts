import { describe, expect, it } from 'vitest';
import { byOurClock } from '#api/routes/deviceClock.ts';

const NOW = '2026-11-02T10:00:00.000Z';
const told = (occurredAt: string, sentAt: string) => byOurClock({ occurredAt, sentAt }, NOW);

describe('A moment by the clock of a device', () => {
  it('stays as it is where that clock is right, however long ago it was', () => {
    expect(told('2026-11-02T08:30:00.000Z', NOW)).toBe('2026-11-02T08:30:00.000Z');
    expect(told('2026-11-02T08:30:00.000Z', '2026-11-02T09:59:57.000Z')).toBe('2026-11-02T08:30:00.000Z');
  });
  it('is right as long as the request may have been on its way, and no longer', () => {
    expect(told('2026-11-02T08:30:00.000Z', '2026-11-02T09:59:55.001Z')).toBe('2026-11-02T08:30:00.000Z');
    expect(told('2026-11-02T08:30:00.000Z', '2026-11-02T09:59:55.000Z')).toBe('2026-11-02T08:30:05.000Z');
  });
  it('is as much earlier as the clock is ahead', () =>
    expect(told('2026-11-02T10:20:00.000Z', '2026-11-02T10:25:00.000Z')).toBe('2026-11-02T09:55:00.000Z'));
  it('is no later than now by a clock that is ahead by a second', () =>
    expect(told('2026-11-02T10:00:01.000Z', '2026-11-02T10:00:01.000Z')).toBe(NOW));
  it('is as much later as the clock is behind', () =>
    expect(told('2026-11-02T08:50:00.000Z', '2026-11-02T09:00:00.000Z')).toBe('2026-11-02T09:50:00.000Z'));
  it('stays as it is where it is none', () => {
    expect(told('yesterday', '2026-11-02T10:25:00.000Z')).toBe('yesterday');
    expect(told(NOW, 'just now')).toBe(NOW);
  });
});
