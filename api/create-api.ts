import express, { type Express } from 'express';
import { systemActor } from '../contracts/api/actor.ts';
import type { HealthRegistry } from '../contracts/api/health.ts';
import type { Database } from '../db/database.ts';
import type { Repositories } from '../db/repositories/index.ts';
import { getCall } from './call/get-call.ts';
import { listCalls } from './call/list-calls.ts';
import { alive, ready, type TemporalHealth } from './health/health-routes.ts';
import { HOME_STYLE_HASH, home } from './home/home-page.ts';
import { handleErrors, nothingHere } from './http/error-handler.ts';
import type { Log } from './http/log.ts';
import { protectAnswers, refusePrototypeKeys, requireLoopbackHost } from './http/protection.ts';
import { giveRequestId, logRequests } from './http/request-context.ts';
import { type MetricsSource, metrics } from './metrics/metrics-route.ts';
import { createOpenApiDocument } from './openapi/document.ts';

export type ApiParts = {
  database: Pick<Database, 'healthy'>;
  repositories: Pick<Repositories, 'calls' | 'callSteps' | 'dialAttempts' | 'partHealth'>;
  temporal?: TemporalHealth;
  /** This process's own health; `/readyz` adds Postgres and Temporal to it. */
  health: HealthRegistry;
  /** One per process, this one included. */
  metricsSources: readonly MetricsSource[];
  log: Log;
  /** Monotonic ms for the duration in the request log. */
  now?: () => number;
};

/** Wires the routes; opens nothing. Without accounts (step 2) every request acts as the api itself. */
export function createApi(parts: ApiParts): Express {
  const actor = systemActor('api');
  const { repositories } = parts;
  const openApi = createOpenApiDocument();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(giveRequestId, logRequests(parts.log, parts.now ?? performance.now.bind(performance)));
  app.use(protectAnswers(HOME_STYLE_HASH), requireLoopbackHost);
  app.use(express.json({ limit: '64kb', reviver: refusePrototypeKeys }));

  app.get('/', home);
  app.get('/healthz', alive);
  app.get('/readyz', ready({ ...parts, partHealth: repositories.partHealth }, actor));
  app.get('/metrics', metrics(parts.metricsSources));
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  app.get('/api/v1/calls', listCalls(repositories.calls, actor));
  app.get('/api/v1/calls/:id', getCall(repositories, actor));

  app.use(nothingHere);
  app.use(handleErrors(parts.log));
  return app;
}
