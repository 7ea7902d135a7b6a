import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultPlan } from './message-provider-faults.ts';

/** One text as the provider reports it. */
export type Report = {
  ref: string;
  id: string;
  status: 'accepted' | 'delivered' | 'failed';
  code?: string;
  reason?: string;
  at: string;
};

/** What a provider posts to a customer's address. */
export type ReportBody = {
  reports?: readonly Report[];
  inbound?: readonly object[];
  optOuts?: readonly object[];
};

export type Reporter = {
  /** Sends it sooner or later, once, twice or never. */
  report(report: Report): void;
  /** Posts a body now; the status of the answer. */
  post(body: ReportBody): Promise<number>;
  stop(): Promise<void>;
};

const TRIES = 4;
const AGAIN_MS = 1_000;
const GATHER_MS = 50;

/** Posts signed reports in small groups, as providers do; `address` is asked for each time, so that it can be set late. */
export function createReporter(
  address: () => string | undefined,
  secret: string,
  faults: () => FaultPlan,
): Reporter {
  const stopped = new AbortController();
  const running = new Set<Promise<unknown>>();
  let gathered: Report[] = [];
  const run = (work: Promise<unknown>): void => {
    const quiet = work.catch(() => undefined).finally(() => running.delete(quiet));
    running.add(quiet);
  };
  const sleep = (ms: number): Promise<void> => pause(ms, undefined, { signal: stopped.signal });

  async function post(body: ReportBody): Promise<number> {
    const url = address();
    if (url === undefined) return 0;
    const text = JSON.stringify(body);
    const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    const headers = { 'Content-Type': 'application/json', 'X-Callwright-Signature': signature };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: text,
      signal: AbortSignal.timeout(5_000),
    });
    await response.arrayBuffer();
    return response.status;
  }
  /** A provider tries a few times, then gives up: the customer has to ask. */
  async function insist(reports: readonly Report[]): Promise<void> {
    for (let time = 0; time < TRIES; time += 1) {
      const status = await post({ reports }).catch(() => 0);
      if (status >= 200 && status < 300) return;
      await sleep(AGAIN_MS);
    }
  }
  async function later(report: Report, afterMs: number): Promise<void> {
    await sleep(afterMs);
    gathered.push(report);
    if (gathered.length > 1) return;
    await sleep(GATHER_MS);
    const group = gathered;
    gathered = [];
    await insist(group);
  }
  return {
    post,
    report(report) {
      const { fault, afterMs } = faults().report();
      if (fault === 'lost') return;
      run(later(report, afterMs));
      if (fault === 'doubled') run(later(report, afterMs + 300));
      // The first word arrives behind the last one.
      if (fault === 'reordered') run(later({ ...report, status: 'accepted' }, afterMs + 300));
    },
    async stop() {
      stopped.abort();
      await Promise.all(running);
    },
  };
}
