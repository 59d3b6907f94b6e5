import { createContext } from 'svelte';
import type { Target } from '#lib/commands/give.ts';
import type { CommandName, Done } from '#lib/contract.ts';

/** The record of the page, as far as its parts need it to give commands. */
export interface Commandable {
  readonly target: Required<Target>;
  readonly revision: string;
  can(command: CommandName): boolean;
  /** A command was done: its effect will come. */
  expect(done: Pick<Done, 'revision'>): void;
}

export const [useRecord, provideRecord] = createContext<Commandable>();
