import type { Answer, Api } from '#lib/api/request.ts';
import type { CommandName, Done, Problem } from '#lib/contract.ts';
import type { Input } from './readInput.ts';

/** The record that a command is for, as the API's path has it. */
export interface Target {
  readonly kind: 'tickets' | 'rooms' | 'categories' | 'users' | 'equipment' | 'stocktakes' | 'settings';
  /** Absent where the command makes a new record. */
  readonly id?: string;
}

export interface Order {
  readonly target: Target;
  readonly command: CommandName;
  readonly input: Input;
  /** The same key for the same wish, however often it is sent. */
  readonly commandId: string;
  /** The revision that the person was looking at; refused when the same facet has changed since. */
  readonly revision?: string | undefined;
}

function pathOf({ kind, id }: Target, command: CommandName): string {
  if (kind === 'settings') return `/settings/${command}`;
  return id ? `/${kind}/${id}/${command}` : `/${kind}`;
}

export const give = (
  api: Api,
  { target, command, input, commandId, revision }: Order,
): Promise<Answer<Done>> =>
  api.post(pathOf(target, command), input, {
    'idempotency-key': commandId,
    ...(revision ? { 'if-match': `"${revision}"` } : {}),
  });

export const newKey = (): string => crypto.randomUUID();

/** The desk has answered and nothing was done; else the command may have been carried out all the same. */
export const isRefusal = ({ status }: Problem): boolean => status >= 400 && status < 500;
