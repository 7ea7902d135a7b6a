import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Log } from './log.ts';

const GIVEN_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Id of the request that a response answers. */
export const requestIdOf = (response: Response): string => String(response.getHeader('X-Request-Id') ?? '');

/** Gives each request an id: the client's if it is harmless in a log, else a new one. Answered in the same header. */
export const giveRequestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id');
  response.setHeader('X-Request-Id', given !== undefined && GIVEN_ID.test(given) ? given : randomUUID());
  next();
};

/** One line per request: the route's pattern, never its address, whose query holds phone numbers. */
export const logRequests = (log: Log, now: () => number): RequestHandler => {
  return (request, response, next) => {
    const began = now();
    response.on('finish', () => {
      const route: unknown = request.route?.path;
      log.info(
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: typeof route === 'string' ? route : 'none',
          status: response.statusCode,
          ms: Math.round(now() - began),
        },
        'request',
      );
    });
    next();
  };
};
