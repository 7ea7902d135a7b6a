import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAnswerCache } from './answer-cache.ts';
import { type Exchanged, exchangeOnce } from './exchange-once.ts';
import { INTERNET, type Outside } from './outside.ts';
import { type RequestTarget, requestTarget } from './request-target.ts';
import { takeValues } from './take-values.ts';
import type { FetchAnswer, FetchRequest, HttpActivities, ListedHosts } from './types.ts';

const BETWEEN_TRIES_MS = 500;
/** A company whose host answers slowly must not take the places of all other companies' calls. */
const MOST_AT_ONCE = 20;
const RESOLVE_MS = 2_000;

export type FetchPorts = {
  listedHosts: ListedHosts;
  outside?: Outside;
  now?: () => number;
  pause?: (ms: number) => Promise<unknown>;
};

/**
 * Asks another system for a call, within the guard of S10 (quality.md §2.5). Whatever goes wrong is an answer, and
 * nothing of a request is logged: its address and body may hold what the caller typed, its headers a company's token.
 */
export function createFetchForCall(ports: FetchPorts): HttpActivities['fetchForCall'] {
  const { listedHosts, outside = INTERNET, now = Date.now, pause = (ms) => sleep(ms) } = ports;
  const cache = createAnswerCache(now);
  const under = new Map<string, number>();

  async function fetchNow(request: FetchRequest, target: RequestTarget): Promise<FetchAnswer> {
    let answer = await tryOnce(outside, request, target);
    for (let tries = 0; answer.again && tries < request.retries; tries += 1) {
      await pause(BETWEEN_TRIES_MS);
      answer = await tryOnce(outside, request, target);
    }
    const { again: _again, ...told } = answer;
    return told;
  }

  return async (request) => {
    // Not known which hosts are listed (the database is away): nobody is asked.
    const listed = await listedHosts(request.tenant).catch(() => undefined);
    if (listed === undefined) return nothing('failed');
    const target = requestTarget(request.url, listed);
    if (target === undefined) return nothing('refused');
    const known = cache.get(request);
    if (known !== undefined) return known;
    const running = under.get(request.tenant) ?? 0;
    if (running >= MOST_AT_ONCE) return nothing('failed');
    under.set(request.tenant, running + 1);
    try {
      const answer = await fetchNow(request, target);
      cache.put(request, answer);
      return answer;
    } finally {
      const left = (under.get(request.tenant) ?? 1) - 1;
      if (left > 0) under.set(request.tenant, left);
      else under.delete(request.tenant);
    }
  };
}

type Tried = FetchAnswer & { again: boolean };

const nothing = (result: FetchAnswer['result']): FetchAnswer => ({ result, values: {} });

async function tryOnce(outside: Outside, request: FetchRequest, target: RequestTarget): Promise<Tried> {
  const begun = performance.now();
  const address = await addressOf(outside, target.host);
  if (address === undefined) return { ...nothing('failed'), again: true };
  if (address === 'inside') return { ...nothing('refused'), again: false };
  const { method, body, timeoutMs, take } = request;
  const { host, path, token } = target;
  const headers = {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(method === 'POST' ? { 'idempotency-key': keyOf(request) } : {}),
  };
  const sent = method === 'POST' ? { body: JSON.stringify(body) } : {};
  const leftMs = Math.max(1, timeoutMs - (performance.now() - begun));
  const exchanged = await exchangeOnce(outside, { host, address, path, method, headers, ...sent }, leftMs);
  return judged(exchanged, take);
}

/**
 * The address to connect to, judged before. `inside`: one of the name's addresses is none of the internet; which one
 * the next question would get is then the name owner's choice, so none is taken. `undefined`: there is none now.
 */
async function addressOf(outside: Outside, host: string): Promise<string | 'inside' | undefined> {
  const late = new AbortController();
  const tooLate = sleep(RESOLVE_MS, undefined, { signal: late.signal }).catch(() => undefined);
  const addresses = await Promise.race([outside.resolve(host).catch(() => undefined), tooLate]);
  late.abort();
  const [first] = addresses ?? [];
  if (addresses === undefined || first === undefined) return undefined;
  return addresses.every((address) => outside.mayReach(address)) ? first : 'inside';
}

/** The same for every try of one verb, and for a verb that is asked again after a worker died. */
const keyOf = ({ call, verb }: FetchRequest): string =>
  createHash('sha256').update(`${call}/${verb}`).digest('hex').slice(0, 32);

function judged(exchanged: Exchanged, take: FetchRequest['take']): Tried {
  if (exchanged.kind === 'timeout') return { ...nothing('timeout'), again: true };
  if (exchanged.kind === 'lost') return { ...nothing('failed'), again: true };
  const { status } = exchanged;
  // Busy for now, not wrong (RFC 6585 §4, RFC 9110 §15.6.4).
  const again = status >= 500 || status === 429 || status === 408;
  if (again) return { ...nothing('failed'), status, again };
  if (status >= 400) return { ...nothing('refused'), status, again };
  // A redirect leads elsewhere than where was asked: it is not followed.
  if (status < 200 || status >= 300 || exchanged.kind === 'unusable')
    return { ...nothing('failed'), status, again };
  return { result: 'ok', status, values: takeValues(exchanged.body, take), again };
}
