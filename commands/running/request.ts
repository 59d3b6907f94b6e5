import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { actorId, type Actor } from '#domain/role.ts';
import type { Metadata } from '#eventstore/journal.ts';

export interface Request {
  /** Of the record; a command that makes one gives it this id. */
  readonly id: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** RFC 3339; absent: now. */
  readonly occurredAt?: string;
  /** A uuid; the same for every repeat of one command. */
  readonly commandId?: string;
  /** The revision that the actor has seen. */
  readonly ifMatch?: bigint;
  readonly correlationId?: string;
  readonly causationId?: string | null;
}

export interface Fault {
  readonly path: string;
  readonly message: string;
}

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const particulars = z.object({ occurredAt: instant.optional(), commandId: z.uuid().optional() });

export const isId = (id: string): boolean => z.uuid().safeParse(id).success;

export const faultsOf = ({ issues }: z.ZodError): readonly Fault[] =>
  issues.map(({ path, message }) => ({ path: path.join('.'), message }));

/** A request whose input has been read, with what it will leave in the metadata of its events. */
export interface Task<I> {
  readonly id: string;
  readonly input: I;
  readonly actor: Actor;
  readonly now: string;
  readonly ifMatch: bigint | undefined;
  readonly meta: Metadata;
}

export function taskOf<I extends z.ZodObject>(
  command: { readonly name: string; readonly input: I },
  request: Request,
  { now, newId }: { now: () => string; newId: () => string },
): Task<z.output<I>> | readonly Fault[] {
  const input = command.input.safeParse(request.input);
  const given = particulars.safeParse(request);
  if (!input.success || !given.success)
    return [input, given].flatMap(({ error }) => (error ? faultsOf(error) : []));
  const at = now();
  const commandId = given.data.commandId ?? newId();
  const { id, actor, ifMatch, correlationId = commandId, causationId = null } = request;
  const meta: Metadata = {
    commandId,
    command: command.name,
    actorId: actorId(actor),
    actorRole: actor.kind === 'person' ? actor.role : 'desk',
    correlationId,
    causationId,
    occurredAt: given.data.occurredAt ?? at,
  };
  return { id, input: input.data, actor, now: at, ifMatch, meta };
}

/** The n-th id that a command gives to a part of its record. */
export const partId = (commandId: string, n: number): string => uuidv5(`part-${n}`, commandId);

/** The metadata of what a command does in other streams than its record's. */
export const auxiliary = (meta: Metadata, commandId: string): Metadata => ({
  ...meta,
  commandId,
  causationId: meta.commandId,
});
