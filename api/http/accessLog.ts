import type { RequestHandler } from 'express';
import morgan from 'morgan';
import type { Log } from '#api/log.ts';

/** One line a request into the log, without query strings, which may hold what people search for. */
export const accessLog = (log: Log): RequestHandler =>
  morgan<import('express').Request, import('express').Response>((tokens, request, response) => {
    log.http('request', {
      requestId: response.getHeader('X-Request-Id'),
      method: request.method,
      path: request.originalUrl.split('?', 1)[0],
      status: response.statusCode,
      ms: Number(tokens['response-time']?.(request, response)),
      bytes: response.getHeader('Content-Length'),
      ip: request.ip,
    });
    return undefined;
  });
