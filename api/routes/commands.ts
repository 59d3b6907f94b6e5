import type { Request } from 'express';
import { done } from '#api/answers/answers.ts';
import type { Done } from '#api/contract/answers.ts';
import type { Problem, Since } from '#api/contract/problem.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem, rejected } from '#api/problems.ts';
import type { Command } from '#commands/command.ts';
import type { Outcome, Request as Asked } from '#commands/run.ts';
import { askedBy, commandIdOf, recordIdFor, type Particulars } from './asking.ts';
import type { Desk } from './desk.ts';

export type Finished<S> = Extract<Outcome<S>, { kind: 'done' }>;
type Conflict = Extract<Outcome<unknown>, { kind: 'conflict' }>;

export const doneOf = ({ id, revision, position, events }: Finished<unknown>): Done => ({
  id,
  revision: String(revision),
  position: String(position),
  events,
});

/**
 * The events that a command may not pass over, as far as the viewer may know of them. Who may change a record and not
 * read its history is told that it has changed, not how.
 */
export type SinceOf = (viewer: Viewer, id: string, clashing: Conflict['since']) => Promise<readonly Since[]>;

export interface RecordRoutes {
  /** Such as `/api/rooms`. */
  readonly base: `/${string}`;
  readonly desk: Desk;
  readonly sinceOf: SinceOf;
  /** What else has to happen before the answer. */
  readonly afterwards?: (finished: Finished<unknown>) => Promise<void>;
}

export interface Asking {
  readonly request: Request;
  readonly viewer: Viewer;
}

export interface Given<S, E> extends Particulars {
  readonly command: Command<S, E>;
  readonly id: string;
}

/** Runs a command for a viewer; a problem where it was not done. */
export async function carryOut<S, E>(
  { desk, sinceOf }: RecordRoutes,
  viewer: Viewer,
  command: Command<S, E>,
  asked: Asked,
): Promise<Finished<S> | Problem> {
  const conflictOf = async ({ revision, since }: Conflict): Promise<Problem> => {
    const told = await sinceOf(viewer, asked.id, since);
    return problem('conflict', { since: told, revision: String(revision) });
  };
  const outcome = await desk.runner.run(command, asked);
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'invalid':
      return problem('invalid', { errors: outcome.faults });
    case 'rejected':
      return rejected(outcome.rejection);
    case 'conflict':
      return conflictOf(outcome);
    default:
      return outcome satisfies never;
  }
}

/** Runs a command as a request asks for it. */
export async function give<S, E>(
  about: RecordRoutes,
  { request, viewer }: Asking,
  given: Given<S, E>,
): Promise<Finished<S> | Problem> {
  const asked = askedBy(request, viewer, given, about.desk.now());
  return isProblem(asked) ? asked : carryOut(about, viewer, given.command, { id: given.id, ...asked });
}

/** For a command that makes a record: its id follows from the command's, so that a repeat meets what it made. */
export async function make<S, E>(
  command: Command<S, E>,
  about: RecordRoutes,
  call: Asking & { readonly body: unknown },
): Promise<Finished<S> | Problem> {
  const commandId = commandIdOf(call.request, call.viewer);
  if (typeof commandId !== 'string') return commandId;
  return give(about, call, { command, id: recordIdFor(commandId), input: call.body, commandId });
}

/** `changeUserRole` → `Change user role.` */
const sentence = (name: string): string =>
  `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;

/** `POST <base>/:id/<command>` for a command on a record that stands. */
export const commandRoute = <S, E>(command: Command<S, E>, about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/${command.name}`,
    summary: sentence(command.name),
    access: { command: command.name },
    body: command.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const finished = await give(about, call, { command, id: call.param('id'), input: call.body });
      if (isProblem(finished)) return finished;
      await about.afterwards?.(finished);
      return reply(200, doneOf(finished));
    },
  });
