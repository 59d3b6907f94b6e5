import type { Problem } from '#lib/contract.ts';

/** Messages by the dotted path of the field. */
export type Faults = Readonly<Record<string, string>>;

export const faultsOf = (problem: Problem | undefined): Faults =>
  Object.fromEntries((problem?.errors ?? []).map(({ path, message }) => [path, message]));
