import express, { type Express, type RequestHandler } from 'express';
import type { HealthRegistry } from '../contracts/api/health.ts';
import type { Database } from '../db/database.ts';
import type { Repositories } from '../db/repositories/index.ts';
import { callRoutes } from './call/call-routes.ts';
import { healthRoutes } from './health/health-route-table.ts';
import type { TemporalHealth } from './health/health-routes.ts';
import { HOME_STYLE_HASH, home } from './home/home-page.ts';
import { handleErrors, nothingHere } from './http/error-handler.ts';
import { type Identify, setIdentity } from './http/identity.ts';
import type { Log } from './http/log.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { protectAnswers, requireLoopbackHost } from './http/protection.ts';
import { giveRequestId, logRequests } from './http/request-context.ts';
import type { Route } from './http/route.ts';
import { type LiveParts, liveRoutes } from './live/live-routes.ts';
import type { MetricsSource } from './metrics/metrics-route.ts';
import { createOpenApiDocument } from './openapi/document.ts';
import type { PhoneSetting, PromptFiles } from './phone/phone-port.ts';
import { phoneRoutes } from './phone/phone-routes.ts';

export type ApiParts = LiveParts & {
  database: Pick<Database, 'healthy'>;
  repositories: Repositories;
  temporal?: TemporalHealth;
  /** This process's own health; `/readyz` adds Postgres and Temporal to it. */
  health: HealthRegistry;
  /** One per process, this one included. */
  metricsSources: readonly MetricsSource[];
  log: Log;
  /** Who asks: sessions and API keys. */
  identify: Identify;
  /** How this installation telephones. */
  phone?: PhoneSetting;
  /** The shipped prompts. */
  prompts?: PromptFiles;
  /** Monotonic ms for the duration in the request log. */
  now?: () => number;
};

/** Every route that this installation answers: one table for Express, OpenAPI and the matrix test (S17). */
export function routesOf(parts: ApiParts): readonly Route[] {
  const { repositories } = parts;
  return [
    ...healthRoutes({ ...parts, partHealth: repositories.partHealth }, parts.metricsSources),
    ...callRoutes(repositories),
    ...phoneRoutes({ setting: parts.phone, prompts: parts.prompts, accounts: repositories.sipAccounts }),
    ...liveRoutes(parts),
  ];
}

/** Wires the routes; opens nothing. */
export function createApi(parts: ApiParts): Express {
  const routes = routesOf(parts);
  const openApi = createOpenApiDocument(routes);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(giveRequestId, logRequests(parts.log, parts.now ?? performance.now.bind(performance)));
  app.use(protectAnswers(HOME_STYLE_HASH), requireLoopbackHost);
  app.use(identified(parts.identify));

  app.get('/', home);
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  mountRoutes(app, routes);

  app.use(nothingHere);
  app.use(handleErrors(parts.log));
  return app;
}

const identified =
  (identify: Identify): RequestHandler =>
  async (request, response, next) => {
    setIdentity(response, await identify(request));
    next();
  };
