import type { Response } from 'express';
import type { Problem, ProblemName } from '#api/contract/problem.ts';
import { refusals, type Rejection } from '#domain/rejection.ts';

type Kind = Pick<Problem, 'status' | 'title' | 'detail'>;
const kind = (status: number, title: string, detail: string): Kind => ({ status, title, detail });

const kinds: Readonly<Record<ProblemName, Kind>> = {
  malformed: kind(400, 'Malformed request', 'The request could not be read.'),
  'signed-out': kind(401, 'Not signed in', 'Please sign in.'),
  'wrong-password': kind(401, 'Not signed in', 'The address or the password is not right.'),
  'foreign-site': kind(403, 'From another site', 'This can only be done from the pages of Daybook.'),
  'not-allowed': kind(403, 'Not allowed', refusals.NotAllowed),
  'not-found': kind(404, 'Not found', 'There is nothing here, or it is not for you.'),
  'wrong-method': kind(405, 'Wrong method', 'This address does not take this method; see Allow.'),
  rejected: kind(409, 'Refused', 'The desk refused this.'),
  conflict: kind(409, 'Changed meanwhile', 'Somebody else has changed this; see what has happened since.'),
  taken: kind(409, 'Taken', refusals.Taken),
  'too-large': kind(413, 'Too large', 'This is larger than the desk takes.'),
  'not-an-image': kind(415, 'Not an image', 'Only JPEG, PNG, WebP and GIF images are taken.'),
  invalid: kind(422, 'Invalid', 'Some fields are missing or not valid.'),
  'too-many': kind(429, 'Too many requests', 'Please wait a little and try again.'),
  unavailable: kind(503, 'Unavailable', 'The desk cannot do this right now; please try again.'),
  behind: kind(503, 'Not there yet', 'The change is recorded and will show in a moment; please try again.'),
  'timed-out': kind(
    503,
    'Took too long',
    'This took too long; it may still happen. Please look, then try again.',
  ),
  fault: kind(500, 'Fault', 'Something went wrong here; it has been logged.'),
};

type More = Partial<Pick<Problem, 'detail' | 'errors' | 'facts' | 'rejection' | 'revision' | 'since'>>;

export const problem = (name: ProblemName, more: More = {}): Problem => ({
  type: `/problems/${name}`,
  ...kinds[name],
  ...more,
});

/** A refusal as a problem: what is not there or not allowed has a status of its own, all else is a 409. */
export function rejected({ rejection, facts }: Rejection): Problem {
  const more = { detail: refusals[rejection], rejection, facts };
  if (rejection === 'NotFound') return problem('not-found', more);
  if (rejection === 'NotAllowed') return problem('not-allowed', more);
  return problem(rejection === 'Taken' ? 'taken' : 'rejected', more);
}

export const isProblem = (value: object): value is Problem =>
  'type' in value && typeof value.type === 'string' && value.type.startsWith('/problems/');

const RETRY_SECONDS: Partial<Record<number, string>> = { 429: '60', 503: '2' };

export function sendProblem(response: Response, answer: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const retry = RETRY_SECONDS[answer.status];
  if (retry !== undefined && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', retry);
  if (answer.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Cache-Control', 'no-store');
  const instance = response.getHeader('X-Request-Id');
  response
    .status(answer.status)
    .end(JSON.stringify(typeof instance === 'string' ? { ...answer, instance } : answer));
}
