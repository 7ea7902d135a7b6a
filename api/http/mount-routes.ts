import type { Express, RequestHandler } from 'express';
import express from 'express';
import { actorOf, requirePermission } from './identity.ts';
import { refusePrototypeKeys } from './protection.ts';
import type { Access, Route } from './route.ts';

const guard =
  (access: Access): RequestHandler =>
  (_request, response, next) => {
    if (access === 'signed-in') actorOf(response);
    else if (access !== 'public') requirePermission(response, access);
    next();
  };

const USUAL_BYTES = 64 * 1_024;
const jsonOf = (limit = USUAL_BYTES): RequestHandler => express.json({ limit, reviver: refusePrototypeKeys });

/** Adds a route table to the app; the permission is checked before a body is read. */
export function mountRoutes(app: Express, routes: readonly Route[]): void {
  for (const { method, path, access, raw, jsonLimit, handler } of routes) {
    app[method](path, guard(access), ...(raw === true ? [] : [jsonOf(jsonLimit)]), handler);
  }
}
