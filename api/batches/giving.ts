import { v5 as uuidv5 } from 'uuid';
import type { Problem } from '#api/contract/problem.ts';
import { problem, rejected } from '#api/problems.ts';
import {
  batchCommands,
  categoryCommands,
  equipmentCommands,
  roomCommands,
  userCommands,
} from '#commands/registry.ts';
import type { Command } from '#commands/command.ts';
import type { Outcome, Runner } from '#commands/run.ts';
import type { Actor } from '#domain/role.ts';

const commands = {
  ...equipmentCommands,
  ...roomCommands,
  ...categoryCommands,
  ...userCommands,
  ...batchCommands,
};
export type BatchedName = keyof typeof commands;
export const isBatched = (name: string): name is BatchedName => Object.hasOwn(commands, name);

type Finished = Extract<Outcome<unknown>, { kind: 'done' }>;

export interface Given {
  readonly id: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly batchId: string;
  /** Tells the commands of a batch from each other; the same for each repeat. */
  readonly part: string;
}

export const commandIdIn = (batchId: string, part: string): string => uuidv5(part, batchId);

/** Gives a command as part of a batch; a repeat is harmless. */
export async function giveIn(
  runner: Runner,
  name: BatchedName,
  { id, input, actor, batchId, part }: Given,
): Promise<Finished | Problem> {
  const command: Command = commands[name];
  const commandId = commandIdIn(batchId, part);
  const outcome = await runner.run(command, { id, input, actor, commandId, correlationId: batchId });
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'invalid':
      return problem('invalid', { errors: outcome.faults });
    case 'rejected':
      return rejected(outcome.rejection);
    case 'conflict':
      return problem('conflict', { revision: String(outcome.revision) });
    default:
      return outcome satisfies never;
  }
}

/** A problem as a sentence for people. */
export const sayingOf = ({ detail, errors = [] }: Problem): string =>
  [detail, ...errors.map(({ path, message }) => `${path}: ${message}`)].join(' ');
