import type { Urgency } from '#lib/contract.ts';

/** A report that somebody is writing, as this device keeps it. */
export interface Draft {
  /** The idempotency key: the same for every attempt to send this report. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly roomId: string;
  readonly categoryId: string;
  readonly urgency: Urgency;
  readonly fields: Readonly<Record<string, string>>;
  readonly requesterId: string;
  readonly equipmentIds: readonly string[];
  /** The tag of a thing whose id the reporter does not know. */
  readonly scanned: string;
  readonly occurredAt: string;
  /** Sent off by its writer, still to arrive. */
  readonly sent: boolean;
  /** Once the ticket is there and only photos are missing. */
  readonly ticket: { readonly id: string; readonly number: number } | null;
}

export const emptyDraft = (key: string): Draft => ({
  key,
  title: '',
  description: '',
  roomId: '',
  categoryId: '',
  urgency: 'normal',
  fields: {},
  requesterId: '',
  equipmentIds: [],
  scanned: '',
  occurredAt: '',
  sent: false,
  ticket: null,
});

const nameOf = (userId: string): string => `daybook.report.${userId}`;

export const isEmpty = ({ title, description, roomId }: Draft): boolean =>
  title === '' && description === '' && roomId === '';

export function readDraft(userId: string): Draft | undefined {
  try {
    const text = localStorage.getItem(nameOf(userId));
    if (text === null) return undefined;
    const draft = JSON.parse(text) as Partial<Draft>;
    return draft.key ? { ...emptyDraft(draft.key), ...draft } : undefined;
  } catch {
    return undefined;
  }
}

/** True where the device has kept it. */
export function keepDraft(userId: string, draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(userId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(userId: string): void {
  try {
    localStorage.removeItem(nameOf(userId));
  } catch {
    // Nothing was kept.
  }
}
