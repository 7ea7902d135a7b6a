import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { NodeName } from '../../contracts/ids.ts';
import type { SwitchNode } from '../switch/node.ts';
import type { Runtime } from './runtime.ts';
import { serveMetrics } from './serve-metrics.ts';

/** Fine around the budgets of design §7 (40 to 150 ms), coarse where a caller hears the waiting prompt (1.5 s). */
const TURN_BUCKETS = [0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.15, 0.25, 0.5, 1, 1.5, 3, 8];

export type SwitchMetrics = {
  turn(seconds: number): void;
  retry(): void;
  dropped(reason: string): void;
  follow(name: NodeName, node: SwitchNode): void;
};

/** What a switch worker counts. ESL gauges are read when somebody asks, so that they cost nothing in between. */
export function createSwitchMetrics(runtime: Runtime): SwitchMetrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Histogram({
    name: 'callwright_turn_seconds',
    help: 'From an event of the switch to the acknowledgement that its verbs were issued',
    buckets: TURN_BUCKETS,
    registers,
  });
  const retries = new Counter({
    name: 'callwright_update_retries_total',
    help: 'Updates that were sent again with the same id',
    registers,
  });
  const dropped = new Counter({
    name: 'callwright_events_dropped_total',
    help: 'Events that belong to no call',
    labelNames: ['reason'],
    registers,
  });
  const nodes = new Map<NodeName, SwitchNode>();
  const gauge = (name: string, help: string, read: (node: SwitchNode) => number): void => {
    new Gauge({
      name,
      help,
      labelNames: ['node'],
      registers,
      collect() {
        for (const [label, node] of nodes) this.set({ node: label }, read(node));
      },
    });
  };
  gauge('callwright_live_channels', 'Channels of ours that live on the node', (node) => node.live());
  gauge('callwright_pending_channels', 'Channels with events not yet acknowledged', (node) => node.pending());
  gauge('callwright_esl_events_total', 'Events received', (node) => node.events.counters().events);
  gauge(
    'callwright_esl_lag_ms',
    'Age of the last event on its arrival',
    (node) => node.events.counters().lagMs.last ?? 0,
  );
  gauge(
    'callwright_esl_broken_total',
    'Events dropped because they could not be read',
    (node) => node.events.counters().brokenJson,
  );
  gauge(
    'callwright_esl_reconnects_total',
    'Reconnections of the event socket',
    (node) => node.events.counters().reconnects,
  );
  serveMetrics(runtime, registry);
  return {
    turn: (seconds) => turns.observe(seconds),
    retry: () => retries.inc(),
    dropped: (reason) => dropped.inc({ reason }),
    follow: (name, node) => void nodes.set(name, node),
  };
}
