import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type FaultPlan, type HandOverFault, noFaults } from './message-provider-faults.ts';
import { createReporter, type Report, type ReportBody } from './message-provider-reports.ts';

/** A text as the provider `webhook` hands it over. */
export type HandedText = { ref: string; channel: string; from: string; to: string; text: string };
/** What becomes of a text that was accepted; `silent`: it stays under way for good. */
export type Fate = 'delivered' | 'failed' | 'silent';

export type MessageProviderOptions = {
  secret: string;
  faults?: FaultPlan;
  /** Usually everything is delivered. */
  fate?(text: HandedText): Fate;
  /** Where reports go; absent: nowhere, it has to be asked. */
  reportTo?: string;
};

export type LocalProvider = {
  readonly url: string;
  /** How often each text was accepted, by our reference and by what a person gets: `<to> <channel> <text>`. */
  readonly byRef: ReadonlyMap<string, number>;
  readonly byPerson: ReadonlyMap<string, number>;
  /** Accepted texts, by what became of them. */
  totals(): Record<Fate, number>;
  texts(): readonly HandedText[];
  /** Hand-overs that came in, and the faults that they met. */
  readonly met: readonly HandOverFault[];
  readonly lookups: () => number;
  setFaults(faults: FaultPlan): void;
  setReportTo(url: string): void;
  post(body: ReportBody): Promise<number>;
  stop(): Promise<void>;
};

type Accepted = { text: HandedText; id: string; fate: Fate; at: string };

/** Longer than the provider client waits for a reply. */
const LATE_MS = 14_000;

/** A provider company on this machine, in the documented shape of `webhook`, that makes mistakes by a plan. */
export async function startMessageProvider(options: MessageProviderOptions): Promise<LocalProvider> {
  let faults = options.faults ?? noFaults;
  let reportTo = options.reportTo;
  const accepted = new Map<string, Accepted>();
  const [byRef, byPerson] = [new Map<string, number>(), new Map<string, number>()];
  const met: HandOverFault[] = [];
  let lookups = 0;
  const reporter = createReporter(
    () => reportTo,
    options.secret,
    () => faults,
  );

  function accept(text: HandedText): Accepted {
    count(byRef, text.ref);
    count(byPerson, `${text.to} ${text.channel} ${text.text}`);
    const fate = options.fate?.(text) ?? 'delivered';
    const at = new Date().toISOString();
    const one = { text, id: `m${byRef.size}-${byRef.get(text.ref)}`, fate, at };
    accepted.set(text.ref, one);
    if (fate !== 'silent') reporter.report(reportOf(one));
    return one;
  }

  async function takeMessages(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = faults.handOver();
    met.push(fault);
    if (fault === 'cut') return void request.destroy();
    const { messages } = (await bodyOf(request)) as { messages: HandedText[] };
    if (fault === 'error-before') return answer(response, 500, {});
    if (fault === 'rate-limit') return answer(response.setHeader('Retry-After', '1'), 429, {});
    const taken = fault === 'partial' ? messages.slice(0, Math.ceil(messages.length / 2)) : messages;
    const results = [
      ...taken.map((text) => ({ ref: text.ref, status: 'accepted', id: accept(text).id })),
      ...messages.slice(taken.length).map(({ ref }) => ({ ref, status: 'later', reason: 'busy' })),
    ];
    await pause(faults.replyAfterMs());
    if (fault === 'reply-lost') return void request.destroy();
    if (fault === 'error-after') return answer(response, 500, {});
    if (fault === 'reply-late') await lateness(request);
    answer(response, 200, { results });
  }

  async function tell(request: IncomingMessage, response: ServerResponse): Promise<void> {
    lookups += 1;
    const { refs } = (await bodyOf(request)) as { refs: string[] };
    const results = refs.map((ref) => {
      const one = accepted.get(ref);
      if (one === undefined) return { ref, status: 'absent' };
      return one.fate === 'silent' ? { ref, status: 'accepted', id: one.id } : reportOf(one);
    });
    answer(response, 200, { results });
  }

  const server = createServer((request, response) => {
    const take = request.url?.endsWith('/lookup') ? tell : takeMessages;
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    byRef,
    byPerson,
    met,
    lookups: () => lookups,
    texts: () => [...accepted.values()].map(({ text }) => text),
    totals: () => {
      const of = (wanted: Fate): number =>
        [...accepted.values()].filter(({ fate }) => fate === wanted).length;
      return { delivered: of('delivered'), failed: of('failed'), silent: of('silent') };
    },
    setFaults: (next) => {
      faults = next;
    },
    setReportTo: (url) => {
      reportTo = url;
    },
    post: reporter.post,
    async stop() {
      await reporter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

function reportOf({ text, id, fate, at }: Accepted): Report {
  const { ref } = text;
  return fate === 'failed'
    ? { ref, id, status: 'failed', code: 'NO_SUBSCRIBER', reason: 'nobody has this number', at }
    : { ref, id, status: 'delivered', at };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return JSON.parse(text);
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** Until the client has given up, or would have. */
function lateness(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LATE_MS);
    request.socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
