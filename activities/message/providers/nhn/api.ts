import { type Exchange, exchange, type HttpRequest } from '../shared/exchange.ts';
import { NHN_URLS, type NhnKeys, type NhnSetting } from './setting.ts';

/** One request to a product; `path` begins behind the app key. Never throws. */
export type ProductApi = (
  method: HttpRequest['method'],
  path: string,
  timeoutMs: number,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Exchange>;

export type NhnApi = { sms: ProductApi | undefined; alimtalk: ProductApi | undefined };

/** The products that there are keys for. The app key is a part of the address: addresses are never logged. */
export function createApi({ sms, alimtalk, url }: NhnSetting): NhnApi {
  return {
    sms: sms && product(sms, url ?? NHN_URLS.sms, 'sms/v3.0/appKeys'),
    alimtalk: alimtalk && product(alimtalk, url ?? NHN_URLS.alimtalk, 'alimtalk/v2.3/appkeys'),
  };
}

function product({ appKey, secretKey }: NhnKeys, url: string, prefix: string): ProductApi {
  const base = `${url.replace(/\/+$/, '')}/${prefix}/${encodeURIComponent(appKey)}`;
  return (method, path, timeoutMs, body, headers = {}) =>
    exchange(
      {
        method,
        url: `${base}/${path}`,
        headers: { 'X-Secret-Key': secretKey, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      timeoutMs,
    );
}
