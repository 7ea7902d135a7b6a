import { reportAnswer } from '../live/connection.ts';
import { ApiProblem, problemOf } from './problem.ts';

const ROOT = '/api/v1';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Values of an address's query; undefined, null and '' are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `/calls` and {limit: 50} → `/api/v1/calls?limit=50`. */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `${ROOT}${path}${text === '' ? '' : `?${text}`}`;
}

export type RequestOptions = {
  readonly query?: Query;
  readonly signal?: AbortSignal;
  /** Revision that was seen: the api refuses the change when another one was saved in between. */
  readonly ifMatch?: number;
};

/**
 * Asks the api and returns its JSON (undefined for 204). Everything else is thrown as an ApiProblem. A `Blob` body is
 * sent as it is, anything else as JSON.
 */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  { query, signal, ifMatch }: RequestOptions = {},
): Promise<T> {
  const raw = body instanceof Blob;
  const response = await send(address(path, query), {
    method,
    headers: {
      Accept: 'application/json',
      // A page of another site cannot send this header without asking first (CSRF).
      'X-Callwright': '1',
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    reportAnswer(response.status < 502, Date.now());
    return response;
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    reportAnswer(false, Date.now());
    throw new ApiProblem('net/unreachable', 0, 'the api did not answer');
  }
}

/** For TanStack Query: `queryFn: get('/calls', query)`. */
export const get =
  <T>(path: string, query?: Query) =>
  ({ signal }: { signal: AbortSignal }): Promise<T> =>
    request<T>('GET', path, undefined, { signal, ...(query === undefined ? {} : { query }) });
