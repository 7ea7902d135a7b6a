/** What a metric is called and how it is cut; the roles make the objects, so that all of them mean the same. */
export type MetricDefinition = {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  labels: readonly string[];
  buckets?: readonly number[];
};

/** Buckets are in seconds and lie around the budgets of design §7: 40/60 ms idle, 75/150 ms loaded, 2 s waiting prompt. */
const TURN_BUCKETS = [0.01, 0.02, 0.03, 0.04, 0.06, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2, 5, 10] as const;

export const METRICS = {
  calls: {
    name: 'callwright_calls_total',
    help: 'Calls that ended, by outcome',
    type: 'counter',
    labels: ['result', 'reason'],
  },
  callsActive: {
    name: 'callwright_calls_active',
    help: 'Phone legs on a switch node right now',
    type: 'gauge',
    labels: ['node'],
  },
  turn: {
    name: 'callwright_turn_seconds',
    help: 'From the event at the switch (last digit, end of a prompt) to the start of the next verb',
    type: 'histogram',
    labels: ['verb'],
    buckets: TURN_BUCKETS,
  },
  verbs: {
    name: 'callwright_verbs_total',
    help: 'Verbs issued, by kind and by what the switch said',
    type: 'counter',
    labels: ['verb', 'result'],
  },
  eslLag: {
    name: 'callwright_esl_lag_ms',
    help: 'Age of the newest event when it was read from the event socket, in ms',
    type: 'gauge',
    labels: ['node'],
  },
  eslLost: {
    name: 'callwright_esl_lost_total',
    help: 'Events that the switch numbered and that never arrived',
    type: 'counter',
    labels: ['node'],
  },
  eslReconnects: {
    name: 'callwright_esl_reconnects_total',
    help: 'Connections to the event socket that were made again',
    type: 'counter',
    labels: ['node'],
  },
  eslConnected: {
    name: 'callwright_esl_connected',
    help: '1 while the event connection to the node stands',
    type: 'gauge',
    labels: ['node'],
  },
  resyncs: {
    name: 'callwright_resyncs_total',
    help: 'Completions that were read back from a channel because their event was late or lost',
    type: 'counter',
    labels: ['node'],
  },
  updateRetries: {
    name: 'callwright_update_retries_total',
    help: 'Updates sent again with the same id because no answer came in time',
    type: 'counter',
    labels: ['node'],
  },
  fallbacks: {
    name: 'callwright_fallbacks_total',
    help: 'Calls that heard their static fallback because the engine did not answer',
    type: 'counter',
    labels: ['node'],
  },
} as const satisfies Record<string, MetricDefinition>;
