import { systemActor } from '../../contracts/api/actor.ts';
import { AliveView, ReadinessView } from '../../contracts/api/readiness.ts';
import type { Route } from '../http/route.ts';
import { type MetricsSource, metrics } from '../metrics/metrics-route.ts';
import { alive, type HealthSources, ready } from './health-routes.ts';

/** What monitoring asks, without an account: states and counters, nothing of a call. */
export const healthRoutes = (
  sources: HealthSources,
  metricsSources: readonly MetricsSource[],
): readonly Route[] => [
  {
    method: 'get',
    path: '/healthz',
    access: 'public',
    describe: { summary: 'The process runs', answer: AliveView },
    handler: alive,
  },
  {
    method: 'get',
    path: '/readyz',
    access: 'public',
    describe: { summary: 'Each part with its last success and last error', answer: ReadinessView },
    handler: ready(sources, systemActor('api')),
  },
  {
    method: 'get',
    path: '/metrics',
    access: 'public',
    describe: { summary: 'Metrics of all roles for Prometheus', media: 'text/plain' },
    handler: metrics(metricsSources),
  },
];
