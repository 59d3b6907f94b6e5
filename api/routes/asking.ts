import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { v5 as idFor } from 'uuid';
import type { Config } from '#api/config.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { Viewer } from '#api/http/route.ts';
import { isProblem, problem, rejected } from '#api/problems.ts';
import type { Request as Asked } from '#commands/run.ts';
import {
  mayCommand,
  permissionObstacle,
  UNRELATED,
  type CommandName,
  type Readable,
} from '#domain/permissions.ts';
import type { Actor } from '#domain/role.ts';
import { byOurClock } from './deviceClock.ts';

const COMMANDS = '0e9d9a5e-2a3c-4f0e-8a39-1a7a3f5f3f51';
const RECORDS = '6f1b3d52-6c0d-49c5-9a0c-70d7d9f1a6b4';
const LONGEST_KEY = 200;

export const actorOf = ({ userId, role }: Viewer): Actor => ({ kind: 'person', userId, role });

/** Why a role can give a command on no record of a kind, so that nothing of the request is worth reading. */
export const roleRefusal =
  (command: CommandName, what: Readable) =>
  ({ viewer }: { readonly viewer: Viewer }): Promise<Problem | undefined> => {
    const obstacle = permissionObstacle(actorOf(viewer), command, what, UNRELATED);
    return Promise.resolve(obstacle ? rejected(obstacle) : undefined);
  };

/** A batch is none yet that could be hidden from anybody. */
export const mayBegin = ({ viewer }: { readonly viewer: Viewer }): Promise<Problem | undefined> =>
  Promise.resolve(mayCommand(actorOf(viewer), 'startBatch', UNRELATED) ? undefined : problem('not-allowed'));

/** The record that a creating command makes: a repeat of the command meets what it made. */
export const recordIdFor = (commandId: string): string => idFor(commandId, RECORDS);

/**
 * The command of a request: with an Idempotency-Key the same for each repeat by this person at this address,
 * and for each of its parts.
 */
export function commandIdOf(request: Request, { userId }: Viewer, part = ''): string | Problem {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return randomUUID();
  // One that is empty would be the same for all that anybody means to do once.
  if (key === '' || key.length > LONGEST_KEY)
    return problem('malformed', { detail: `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.` });
  return idFor([userId, request.path, part, key].join('\n'), COMMANDS);
}

/** Where people reach the portal: as it is set, or else where this request found it. No slash at its end. */
export const portalOf = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>, request: Request): string =>
  (PUBLIC_URL ?? `${request.protocol}://${request.get('Host') ?? request.hostname}`).replace(/\/+$/, '');

function ifMatchOf(request: Request): bigint | undefined | Problem {
  const given = request.get('If-Match');
  if (given === undefined || given === '*') return undefined;
  const [, revision] = /^(?:W\/)?"(\d{1,18})"$/.exec(given.trim()) ?? [];
  const detail = 'If-Match is a revision in quotes, such as "7".';
  return revision === undefined ? problem('malformed', { detail }) : BigInt(revision);
}

/** What a route knows of a command beside the request. */
export interface Particulars {
  readonly input: unknown;
  /** Which of several commands of one request. */
  readonly part?: string;
  /** When the route has made it already. */
  readonly commandId?: string;
  /** What it follows from. */
  readonly cause?: Cause | undefined;
}

export interface Cause {
  readonly correlationId: string;
  /** Of the command whose events led to it; null where somebody gave it as one of several. */
  readonly causationId: string | null;
}

type Told = Pick<Asked, 'input' | 'occurredAt'>;

const noInstant = (path: string): Problem =>
  problem('invalid', { errors: [{ path, message: 'must be an instant' }] });

/** A body is the command's input and, beside it, when it happened and when, by the same clock, it was sent. */
function toldBy(body: unknown, now: string): Told | Problem {
  const { occurredAt, sentAt, ...input } = Object(body) as Readonly<Record<string, unknown>>;
  if (sentAt !== undefined && typeof sentAt !== 'string') return noInstant('sentAt');
  if (occurredAt === undefined) return { input };
  if (typeof occurredAt !== 'string') return noInstant('occurredAt');
  return { input, occurredAt: sentAt === undefined ? occurredAt : byOurClock({ occurredAt, sentAt }, now) };
}

/** A request as the runner takes it, but for the record; or what is wrong with it. */
export function askedBy(
  request: Request,
  viewer: Viewer,
  given: Particulars,
  now: string,
): Omit<Asked, 'id'> | Problem {
  const commandId = given.commandId ?? commandIdOf(request, viewer, given.part);
  if (typeof commandId !== 'string') return commandId;
  const told = toldBy(given.input, now);
  if (isProblem(told)) return told;
  const ifMatch = ifMatchOf(request);
  if (typeof ifMatch === 'object') return ifMatch;
  const asked = { ...told, ...given.cause, actor: actorOf(viewer), commandId };
  return ifMatch === undefined ? asked : { ...asked, ifMatch };
}
