import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { problem, sendProblem } from '#api/problems.ts';

/** Answers with 503 what has not been answered after so many ms. */
export const timeout =
  (ms: number): RequestHandler =>
  (_request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) response.setHeader('Connection', 'close');
      sendProblem(response, problem('timed-out'));
    }, ms);
    response.once('close', () => clearTimeout(timer));
    next();
  };

/** A request must have arrived in this time; an idle connection is kept a little longer than proxies keep theirs. */
export function limitServer(server: Server, ms: number): void {
  server.requestTimeout = ms;
  server.headersTimeout = Math.min(ms, 15_000);
  server.keepAliveTimeout = 65_000;
}
