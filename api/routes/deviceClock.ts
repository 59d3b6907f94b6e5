/** No request takes longer on its way: what seems to come from a device that is further behind. */
const ON_THE_WAY_MS = 5_000;

export interface ByDevice {
  /** RFC 3339, by the clock of the device. */
  readonly occurredAt: string;
  /** When the device sent this, by the same clock. */
  readonly sentAt: string;
}

/**
 * When something happened by the clock of the desk. A device's clock may be wrong by hours, and is as wrong when it
 * sends as it was before. What is no instant stays as it is.
 */
export function byOurClock({ occurredAt, sentAt }: ByDevice, now: string): string {
  const ahead = Date.parse(sentAt) - Date.parse(now);
  if (ahead <= 0 && ahead > -ON_THE_WAY_MS) return occurredAt;
  const at = new Date(Date.parse(occurredAt) - ahead);
  return Number.isNaN(at.getTime()) ? occurredAt : at.toISOString();
}
