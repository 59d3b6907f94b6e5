import express, { type Request, type RequestHandler } from 'express';
import { problem, sendProblem } from '#api/problems.ts';

const isEmpty = (request: Request): boolean => request.get('Content-Length') === '0';
/** A body that is not read would be taken for none, and the command be given without what it says. */
const isOther = (request: Request): boolean => request.is('application/json') === false && !isEmpty(request);

/** Reads a JSON object of so many bytes, or none; what is anything else is refused. */
export function jsonBody(limit: string): RequestHandler {
  const read: RequestHandler = express.json({ limit, strict: true });
  return (request, response, next) => {
    const refuse = (detail: string): void => sendProblem(response, problem('malformed', { detail }));
    if (isOther(request)) {
      refuse('Send JSON, with the Content-Type application/json.');
      return;
    }
    read(request, response, (error?: unknown) => {
      if (error !== undefined) next(error);
      else if (Array.isArray(request.body)) refuse('Send one JSON object, not a list.');
      else next();
    });
  };
}
