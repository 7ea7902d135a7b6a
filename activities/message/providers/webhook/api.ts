import { type Exchange, exchange } from '../shared/exchange.ts';
import type { WebhookSetting } from './setting.ts';
import { SIGNATURE_HEADER, signatureOf } from './signature.ts';

/** One signed POST of JSON to the gateway. Never throws. */
export type GatewayApi = (path: 'messages' | 'lookup', body: unknown, timeoutMs: number) => Promise<Exchange>;

export function createApi({ url, secret }: WebhookSetting): GatewayApi {
  const base = url.replace(/\/+$/, '');
  return (path, content, timeoutMs) => {
    const body = JSON.stringify(content);
    const headers = { [SIGNATURE_HEADER]: signatureOf(body, secret) };
    return exchange({ method: 'POST', url: `${base}/${path}`, headers, body }, timeoutMs);
  };
}
