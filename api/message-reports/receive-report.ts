import express, { type Request, type RequestHandler } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ReportRequest } from '../../contracts/message/provider.ts';
import type { MessageReports } from './message-reports.ts';
import { sameSecret } from './same-secret.ts';

/** 1,000 reports of the longest kind are about 600 KB. */
const MOST_BYTES = 1_024 * 1_024;
const readRaw = express.raw({ type: () => true, limit: MOST_BYTES });

/**
 * Takes a report in: the address is checked before a byte of the body is read, and answers like one that does not exist.
 * 200 only after what was said is stored; every other answer has providers send it again.
 */
export const receiveReport = (reports: MessageReports | undefined): RequestHandler => {
  return async (request, response) => {
    const { provider, secret } = request.params;
    const known = reports !== undefined && sameSecret(`${secret}`, reports.secret);
    if (!known || provider !== reports.provider)
      throw new CallwrightError('request/not-found', 'no such address; see /api/openapi.json');
    await new Promise<void>((resolve, reject) => {
      readRaw(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
    });
    const outcome = await reports.receive({ headers: headersOf(request), body: textOf(request.body) });
    if (outcome === 'refused')
      throw new CallwrightError('auth/forbidden', 'the report is not signed by the provider');
    if (outcome === 'malformed') throw unreadable();
    response.json({});
  };
};

const unreadable = (): CallwrightError =>
  new CallwrightError('request/invalid', 'the report could not be read');

/** Signatures are of bytes: a body that is not UTF-8 is not what anybody signed as text. */
function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw unreadable();
  }
}

/** Lower-case names; of what came more than once, the first. */
function headersOf(request: Request): ReportRequest['headers'] {
  const entries = Object.entries(request.headers);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}
