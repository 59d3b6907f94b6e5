import type { z } from 'zod';
import type {
  batchCommands,
  categoryCommands,
  equipmentCommands,
  roomCommands,
  settingsCommands,
  stocktakeCommands,
  ticketCommands,
  userCommands,
} from '#commands/registry.ts';

type Commands = typeof ticketCommands &
  typeof roomCommands &
  typeof categoryCommands &
  typeof userCommands &
  typeof equipmentCommands &
  typeof stocktakeCommands &
  typeof batchCommands &
  typeof settingsCommands;

/** What a client sends with a command, beside `occurredAt`. */
export type CommandInput<N extends keyof Commands> = z.input<Commands[N]['input']>;

/** `occurredAt` (RFC 3339) says that it happened earlier than it is told. */
export type CommandBody<N extends keyof Commands> = CommandInput<N> & { readonly occurredAt?: string };
