import { Counter, Registry } from 'prom-client';
import type { CallRecords } from '../../activities/call/record-call.ts';
import { METRICS } from '../../contracts/api/metric-names.ts';
import type { Runtime } from './runtime.ts';
import { serveMetrics } from './serve-metrics.ts';

/** Wraps the records so that each call is counted once by its outcome, and serves the counts. */
export function countOutcomes(runtime: Runtime, records: CallRecords): CallRecords {
  const registry = new Registry();
  const calls = new Counter({ ...METRICS.calls, registers: [registry] });
  serveMetrics(runtime, registry);
  return {
    ...records,
    async end(input, end) {
      const written = await records.end(input, end);
      if (written) calls.inc({ result: end.outcome.result, reason: end.outcome.reason });
      return written;
    },
  };
}
