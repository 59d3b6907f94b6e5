import type { HistoryEntry } from '#lib/contract.ts';

const LATE_MS = 60_000;

/** Was it entered noticeably later than it happened? */
export const isLate = ({
  occurredAt,
  recordedAt,
}: Pick<HistoryEntry, 'occurredAt' | 'recordedAt'>): boolean =>
  Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS;
