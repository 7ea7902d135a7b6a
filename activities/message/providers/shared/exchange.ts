import { jsonOf } from './json-of.ts';
import { readBounded } from './read-bounded.ts';

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

/** `body`: what the JSON says, undefined when it is none. */
export type Answer = { kind: 'answer'; status: number; body: unknown; retryAfterMs: number | undefined };

/** `unsent`: certainly nothing arrived; `lost`: it may have arrived, and nobody knows what came of it. */
export type Exchange = Answer | { kind: 'unsent'; reason: string } | { kind: 'lost'; reason: string };

/** Listings of 1,000 texts are about 2 MB. */
const MOST_BYTES = 16 * 1_024 * 1_024;

/** Failures of Node's fetch before a byte of the request has left: no name, no listener, no handshake. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * One HTTP exchange with a provider, once: nothing here sends a request again, nor follows a redirect to where a secret
 * does not belong. Never throws; reasons name neither address nor content. `timeoutMs` covers the whole exchange.
 */
export async function exchange(request: HttpRequest, timeoutMs: number): Promise<Exchange> {
  if (timeoutMs <= 0) return { kind: 'unsent', reason: 'no time was left' };
  const { method, url, headers, body } = request;
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    const text = await readBounded(response, MOST_BYTES);
    const retryAfterMs = retryAfter(response.headers.get('Retry-After'), Date.now());
    return { kind: 'answer', status: response.status, body: jsonOf(text ?? ''), retryAfterMs };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Exchange {
  if (error instanceof DOMException) return { kind: 'lost', reason: 'no answer in time' };
  const code = codeOf(error);
  if (NOT_CONNECTED.has(code)) return { kind: 'unsent', reason: `not connected (${code})` };
  return { kind: 'lost', reason: 'the connection was cut' };
}

/** fetch throws a TypeError whose cause says what happened; with several addresses, one cause for each. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) {
    const codes = cause.errors.map((one: unknown) => codeIn(one));
    return codes.every((code) => NOT_CONNECTED.has(code)) ? (codes[0] ?? '') : '';
  }
  return codeIn(cause);
}

const codeIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : '';

/** RFC 9110 §10.2.3: seconds or a date. */
function retryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
