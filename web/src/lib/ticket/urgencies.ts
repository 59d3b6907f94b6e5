import type { Urgency } from '#lib/contract.ts';

export const urgencies: readonly Urgency[] = ['low', 'normal', 'high', 'critical'];
