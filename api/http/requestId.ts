import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const SENSIBLE = /^[\w.:-]{8,128}$/;

/** Gives each request an id, or keeps the one that a proxy gave it, and answers with it. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id');
  response.setHeader('X-Request-Id', given !== undefined && SENSIBLE.test(given) ? given : randomUUID());
  next();
};
