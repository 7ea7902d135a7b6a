import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import type { HealthRegistry } from '../../contracts/api/health.ts';
import type { Database } from '../../db/database.ts';
import type { PartHealthTable, ReportedPart } from '../../db/repositories/part-health.ts';
import { render } from '../http/render.ts';
import { mergeReadiness } from './readiness.ts';

/** Asks Temporal whether it serves; rejects, or answers false, when it does not. */
export type TemporalHealth = { healthy(): Promise<boolean> };

export type HealthSources = {
  database: Pick<Database, 'healthy'>;
  partHealth: Pick<PartHealthTable, 'all'>;
  temporal?: TemporalHealth | undefined;
  health: HealthRegistry;
};

/** How long `/readyz` waits for Temporal, ms; longer counts as down. */
const PATIENCE_MS = 2_000;

/** `GET /healthz`: this process runs and answers. It asks nobody, so that a restart loop cannot follow an outage. */
export const alive: RequestHandler = (request, response) => {
  render(request, response, 'health', { alive: true });
};

/** `GET /readyz`: each part with its last success and last error; 503 when one is down. */
export const ready = (sources: HealthSources, actor: Actor): RequestHandler => {
  return async (request, response) => {
    const [reported] = await Promise.all([readReported(sources, actor), askTemporal(sources)]);
    const view = mergeReadiness(sources.health.snapshot(), reported);
    response.status(view.ready ? 200 : 503);
    render(request, response, 'readiness', view);
  };
};

async function readReported(sources: HealthSources, actor: Actor): Promise<ReportedPart[]> {
  const answer = await sources.database.healthy();
  if (!answer.ok) {
    sources.health.report('postgres', false, answer.error);
    return [];
  }
  sources.health.report('postgres', true);
  try {
    return await sources.partHealth.all(actor);
  } catch {
    sources.health.report('postgres', false, 'the health table cannot be read');
    return [];
  }
}

async function askTemporal(sources: HealthSources): Promise<void> {
  if (sources.temporal === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const serves = await Promise.race([sources.temporal.healthy().catch(() => false), patience]);
  clearTimeout(timer);
  sources.health.report('temporal', serves, 'Temporal does not answer');
}
