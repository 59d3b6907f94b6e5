import { z } from 'zod';
import { kind, type EventOf } from '../event.ts';

/** What a signed-out visitor who scans a label may see. */
export const publicFact = z.enum(['name', 'category', 'room']);

export const loanTerms = z.string().trim().min(1).max(20_000);

export const settingsEvents = {
  /** What a borrower signs; the version of the terms is one more than that of those before. */
  LoanTermsDefined: kind(['terms'], z.object({ version: z.int().min(1), text: loanTerms })),
  PublicScanDefined: kind(
    ['publicScan'],
    z.object({ facts: z.array(publicFact).max(3), mayReport: z.boolean() }),
  ),
} as const;

export type SettingsEvent = EventOf<typeof settingsEvents>;
export type PublicFact = z.infer<typeof publicFact>;
