import { createHmac, randomBytes } from 'node:crypto';

/**
 * Solapi's `Authorization` header: HMAC-SHA256 over date and salt. Each is good for one request within 15 minutes of
 * the date, so it is made anew for every request.
 */
export function authorization(key: string, secret: string, at: number): string {
  const date = new Date(at).toISOString();
  const salt = randomBytes(16).toString('hex');
  const signature = createHmac('sha256', secret).update(`${date}${salt}`).digest('hex');
  return `HMAC-SHA256 apiKey=${key}, date=${date}, salt=${salt}, signature=${signature}`;
}
