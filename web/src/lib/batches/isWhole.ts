import type { TakingBack } from '#lib/contract.ts';

/** Has all of it been tried? */
export const isWhole = ({ total, done, kept, left }: TakingBack): boolean => done + kept + left >= total;
