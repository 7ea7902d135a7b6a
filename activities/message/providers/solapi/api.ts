import { type Exchange, exchange, type HttpRequest } from '../shared/exchange.ts';
import { authorization } from './authorization.ts';
import { SOLAPI_URL, type SolapiSetting } from './setting.ts';

/** One signed request; `path` begins behind the origin. Never throws. */
export type SolapiApi = (
  method: HttpRequest['method'],
  path: string,
  timeoutMs: number,
  body?: unknown,
) => Promise<Exchange>;

/** Requests of one account. */
export function createApi({ key, secret, url = SOLAPI_URL, now = Date.now }: SolapiSetting): SolapiApi {
  const origin = url.replace(/\/+$/, '');
  return (method, path, timeoutMs, body) =>
    exchange(
      {
        method,
        url: `${origin}/${path}`,
        headers: { Authorization: authorization(key, secret, now()) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      timeoutMs,
    );
}
