import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS, type MetricDefinition, TURN_BUCKETS } from '../../contracts/api/metric-names.ts';
import type { NodeName } from '../../contracts/ids.ts';
import type { SwitchNode } from '../switch/node.ts';
import type { Runtime } from './runtime.ts';
import { serveMetrics } from './serve-metrics.ts';

export type SwitchMetrics = {
  turn(seconds: number): void;
  retry(): void;
  dropped(reason: string): void;
  follow(name: NodeName, node: SwitchNode): void;
};

/** What a switch worker counts. Gauges are read when somebody asks, so that they cost nothing in between. */
export function createSwitchMetrics(runtime: Runtime): SwitchMetrics {
  const registers = [new Registry()] as const;
  const turns = new Histogram({ ...METRICS.turn, buckets: TURN_BUCKETS, registers: [...registers] });
  const retries = new Counter({ ...METRICS.updateRetries, registers: [...registers] });
  const dropped = new Counter({ ...METRICS.eventsDropped, registers: [...registers] });
  const nodes = new Map<NodeName, SwitchNode>();
  const gauge = (definition: MetricDefinition<'node'>, read: (node: SwitchNode) => number): void => {
    new Gauge({
      ...definition,
      registers: [...registers],
      collect() {
        for (const [label, node] of nodes) this.set({ node: label }, read(node));
      },
    });
  };
  gauge(METRICS.liveChannels, (node) => node.live());
  gauge(METRICS.pendingChannels, (node) => node.pending());
  gauge(METRICS.eslEvents, (node) => node.events.counters().events);
  gauge(METRICS.eslLag, (node) => node.events.counters().lagMs.last ?? 0);
  gauge(METRICS.eslLost, ({ events }) => events.counters().brokenJson + events.counters().handlerErrors);
  gauge(METRICS.eslReconnects, (node) => node.events.counters().reconnects);
  serveMetrics(runtime, registers[0]);
  return {
    turn: (seconds) => turns.observe(seconds),
    retry: () => retries.inc(),
    dropped: (reason) => dropped.inc({ reason }),
    follow: (name, node) => void nodes.set(name, node),
  };
}
