import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { Permission } from '../../contracts/api/permissions.ts';

/** Who may call a route: anybody, anybody who is signed in, or who has the permission. */
export type Access = 'public' | 'signed-in' | Permission;

/** What OpenAPI says of a route; made from the schemas that check it, so it cannot say something else. */
export type RouteDescription = {
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Schema of the 200 answer; none for 204, files and streams. */
  readonly answer?: z.ZodType;
  /** Schema of the 409 answer, where it is more than a problem. */
  readonly conflict?: z.ZodType;
  /** Media type of an answer that is no JSON or XML, e.g. `text/event-stream`. */
  readonly media?: string;
};

/**
 * One line of the route table. Express, the permission check, OpenAPI and the matrix test (S17) are made from it: a
 * route that is not in a table does not exist.
 */
export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express path, e.g. `/api/v1/calls/:id`. */
  readonly path: string;
  readonly access: Access;
  readonly describe: RouteDescription;
  /** JSON bodies are parsed to 64 KB; `raw` leaves the body to the handler (uploads). */
  readonly raw?: boolean;
  /** Most bytes of a JSON body where 64 KB are too few. */
  readonly jsonLimit?: number;
  readonly handler: RequestHandler;
};
