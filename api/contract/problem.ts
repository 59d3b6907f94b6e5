import type { Facts, RefusalName } from '#domain/rejection.ts';
import type { Change } from '#projections/ticketHistory/row.ts';

/** A change that came between: enough to say "Kim set the priority to High 5 s ago". */
export interface Since {
  readonly type: string;
  readonly changes: readonly Change[];
  readonly actorName: string;
  /** RFC 3339, UTC: when it was recorded. */
  readonly at: string;
  readonly revision: string;
}

/** What is wrong with one input field; the path is dotted, empty for the input as a whole. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export type ProblemName =
  | 'malformed'
  | 'signed-out'
  | 'wrong-password'
  | 'foreign-site'
  | 'not-allowed'
  | 'not-found'
  | 'wrong-method'
  | 'rejected'
  | 'conflict'
  | 'taken'
  | 'too-large'
  | 'not-an-image'
  | 'invalid'
  | 'too-many'
  | 'unavailable'
  | 'behind'
  | 'timed-out'
  | 'fault';

/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: `/problems/${ProblemName}`;
  readonly title: string;
  readonly status: number;
  /** A sentence for people that says what to do. */
  readonly detail: string;
  /** Of the request, as in X-Request-Id and the log. */
  readonly instance?: string;
  /** 422 */
  readonly errors?: readonly FieldError[];
  /** 409 rejected */
  readonly rejection?: RefusalName;
  readonly facts?: Facts;
  /** 409 conflict: the changes since the revision of If-Match that it clashes with, and the revision that stands now. */
  readonly since?: readonly Since[];
  readonly revision?: string;
}
