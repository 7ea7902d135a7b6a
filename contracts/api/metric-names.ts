/** What a metric is called and how it is cut; the roles make the objects, so that all of them mean the same. */
export type MetricDefinition<Label extends string = string> = {
  name: string;
  help: string;
  labelNames: readonly Label[];
};

/** Seconds. Fine around the budgets of design §7 (40 to 150 ms), coarse where the caller hears the waiting prompt. */
export const TURN_BUCKETS = [0.01, 0.02, 0.03, 0.04, 0.06, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 1.5, 3, 8];

export const METRICS = {
  calls: {
    name: 'callwright_calls_total',
    help: 'Calls that ended, by whose doing and why',
    labelNames: ['result', 'reason'],
  },
  turn: {
    name: 'callwright_turn_seconds',
    help: 'From an event of the switch to the acknowledgement that its verbs were issued',
    labelNames: [],
  },
  updateRetries: {
    name: 'callwright_update_retries_total',
    help: 'Updates that were sent again with the same id',
    labelNames: [],
  },
  eventsDropped: {
    name: 'callwright_events_dropped_total',
    help: 'Events that belong to no call',
    labelNames: ['reason'],
  },
  liveChannels: {
    name: 'callwright_live_channels',
    help: 'Channels of ours that live on the node',
    labelNames: ['node'],
  },
  pendingChannels: {
    name: 'callwright_pending_channels',
    help: 'Channels with events that no workflow has acknowledged yet',
    labelNames: ['node'],
  },
  eslEvents: { name: 'callwright_esl_events', help: 'Events received since the start', labelNames: ['node'] },
  eslLag: {
    name: 'callwright_esl_lag_ms',
    help: 'Age of the newest event when it was read from the event socket',
    labelNames: ['node'],
  },
  eslLost: {
    name: 'callwright_esl_lost',
    help: 'Events that could not be read or handled since the start',
    labelNames: ['node'],
  },
  eslReconnects: {
    name: 'callwright_esl_reconnects',
    help: 'Connections to the event socket that were made again since the start',
    labelNames: ['node'],
  },
} as const satisfies Record<string, MetricDefinition>;
