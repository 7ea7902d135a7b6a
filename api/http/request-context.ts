import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { idOf } from '../../contracts/api/actor.ts';
import { identityOf } from './identity.ts';
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

/** Who asked, by kind and id: names and addresses of people belong in no log (ASVS 16.3.2). */
function askerOf(response: Response): string {
  const actor = identityOf(response)?.actor;
  return actor === undefined ? 'stranger' : `${actor.kind}:${idOf(actor)}`;
}

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
          actor: askerOf(response),
          status: response.statusCode,
          ms: Math.round(now() - began),
        },
        'request',
      );
    });
    next();
  };
};
