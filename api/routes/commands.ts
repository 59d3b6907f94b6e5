import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import { v5 as idFor } from 'uuid';
import type { z } from 'zod';
import { done } from '#api/answers/answers.ts';
import type { Done } from '#api/contract/answers.ts';
import type { Problem, Since } from '#api/contract/problem.ts';
import { reply, route, type Reply, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem, rejected } from '#api/problems.ts';
import type { Command, Needs } from '#commands/command.ts';
import type { Outcome } from '#commands/run.ts';
import type { Actor } from '#domain/role.ts';
import type { Desk } from './desk.ts';

const COMMANDS = '0e9d9a5e-2a3c-4f0e-8a39-1a7a3f5f3f51';
const RECORDS = '6f1b3d52-6c0d-49c5-9a0c-70d7d9f1a6b4';
const MOST_KEY = 200;

export type AnyCommand<S> = Command<S, never, z.ZodObject, Needs>;

export const actorOf = ({ userId, role }: Viewer): Actor => ({ kind: 'person', userId, role });

/** The record that a creating command makes: a repeat of the command meets what it made. */
export const recordIdFor = (commandId: string): string => idFor(commandId, RECORDS);

/**
 * The command of a request: with an Idempotency-Key the same for each repeat by this person at this address,
 * and for each of its parts.
 */
export function commandIdOf(request: Request, { userId }: Viewer, part = ''): string | Problem {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return randomUUID();
  if (key.length > MOST_KEY) return problem('malformed', { detail: 'The Idempotency-Key is too long.' });
  return idFor([userId, request.path, part, key].join('\n'), COMMANDS);
}

function ifMatchOf(request: Request): bigint | undefined | Problem {
  const given = request.get('If-Match');
  if (given === undefined || given === '*') return undefined;
  const [, revision] = /^(?:W\/)?"(\d{1,18})"$/.exec(given.trim()) ?? [];
  const detail = 'If-Match is a revision in quotes, such as "7".';
  return revision === undefined ? problem('malformed', { detail }) : BigInt(revision);
}

export type Finished<S> = Extract<Outcome<S>, { kind: 'done' }>;

export const doneOf = ({ id, revision, position, events }: Finished<unknown>): Done => ({
  id,
  revision: String(revision),
  position: String(position),
  events,
});

/** What a record went through after a revision, as far as this viewer may know; undefined: nothing of it. */
export type SinceOf = (
  viewer: Viewer,
  id: string,
  conflict: { readonly revision: bigint; readonly position: bigint; readonly seen: bigint },
) => Promise<readonly Since[] | undefined>;

export interface Given<S> {
  readonly command: AnyCommand<S>;
  readonly id: string;
  readonly input: unknown;
  readonly part?: string;
}

/** Runs a command as a request asks for it. */
export async function give<S>(
  desk: Desk,
  { request, viewer }: { readonly request: Request; readonly viewer: Viewer },
  { command, id, input, part }: Given<S>,
  sinceOf: SinceOf,
): Promise<Finished<S> | Problem> {
  const commandId = commandIdOf(request, viewer, part);
  const ifMatch = ifMatchOf(request);
  if (typeof commandId !== 'string') return commandId;
  if (typeof ifMatch === 'object') return ifMatch;
  const { occurredAt, ...rest } = Object(input) as Readonly<Record<string, unknown>>;
  const outcome = await desk.runner.run(command, {
    id,
    input: rest,
    actor: actorOf(viewer),
    commandId,
    ...(occurredAt === undefined ? {} : { occurredAt: String(occurredAt) }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'invalid':
      return problem('invalid', { errors: outcome.faults });
    case 'rejected':
      return rejected(outcome.rejection);
    case 'conflict': {
      const last = outcome.since.at(-1)?.position ?? 0n;
      const seen = { revision: outcome.revision, position: last, seen: ifMatch ?? 0n };
      const since = await sinceOf(viewer, id, seen);
      return since
        ? problem('conflict', { since, revision: String(outcome.revision) })
        : problem('not-found');
    }
  }
}

export interface RecordRoutes {
  /** Such as `/api/rooms`. */
  readonly base: `/${string}`;
  readonly desk: Desk;
  readonly sinceOf: SinceOf;
  /** What else has to happen before the answer. */
  readonly afterwards?: (finished: Finished<unknown>) => Promise<void>;
}

/** `POST <base>/:id/<command>` for a command on a record that stands. */
export const commandRoute = <S>(command: AnyCommand<S>, about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/${command.name}`,
    summary: `${command.name[0]?.toUpperCase() ?? ''}${command.name.slice(1).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`,
    access: { command: command.name },
    body: command.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call): Promise<Reply | Problem> => {
      const given = { command, id: call.param('id'), input: call.body };
      const finished = await give(about.desk, call, given, about.sinceOf);
      if (isProblem(finished)) return finished;
      await about.afterwards?.(finished);
      return reply(200, doneOf(finished));
    },
  });
