import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Config } from '#api/config.ts';
import { problem, sendProblem } from '#api/problems.ts';

const limit = (name: string, windowMs: number, requests: number): RequestHandler =>
  rateLimit({
    windowMs,
    limit: requests,
    identifier: name,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => sendProblem(response, problem('too-many')),
  });

export interface Limits {
  readonly all: RequestHandler;
  /** Attempts at sign-in, registration and setup. */
  readonly signIn: RequestHandler;
  /** Scans of labels, by whoever may be guessing. */
  readonly scan: RequestHandler;
}

export const createLimits = (config: Config): Limits => ({
  all: limit('all', config.RATE_LIMIT_MINUTES * 60_000, config.RATE_LIMIT_REQUESTS),
  signIn: limit('sign-in', 60_000, config.RATE_LIMIT_SIGN_IN),
  scan: limit('scan', 60_000, config.RATE_LIMIT_SIGN_IN),
});
