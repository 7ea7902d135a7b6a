import type { Request, RequestHandler } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import { isLoopbackHost } from './loopback.ts';

/** Methods that change nothing here (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Addresses that answer programs alone, by a secret or a signature of their own. */
const HOOKS = '/hooks/';

/** A page of another site cannot send it without asking first by CORS, and we allow nobody. */
export const OWN_HEADER = 'X-Callwright';

/**
 * Refuses changes that a page of another site has a browser send (S18): the browser's own words about where a request
 * comes from (`Sec-Fetch-Site`, `Origin`) must be ours where it says them, and `X-Callwright: 1` must be there. A
 * request with an `Authorization` header is exempt: browsers add no such header by themselves, and its cookie is not
 * looked at. So are reports of providers under `/hooks/`: there nobody is asked for a cookie either.
 */
export const refuseCrossSite = (publicUrl: string): RequestHandler => {
  return (request, _response, next) => {
    if (SAFE.has(request.method) || request.headers.authorization !== undefined) return next();
    if (request.path.startsWith(HOOKS)) return next();
    if (!fromOwnPage(request, publicUrl))
      throw new CallwrightError('request/cross-site', 'changes are taken from this console’s own pages only');
    if (request.get(OWN_HEADER) !== '1')
      throw new CallwrightError('request/cross-site', `send ${OWN_HEADER}: 1 with changes`);
    next();
  };
};

function fromOwnPage(request: Request, publicUrl: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.get('Origin');
  return origin === undefined || origin === publicUrl || isOwnLoopback(origin, request.headers.host);
}

/** On this machine the console is plain http, under whichever of the loopback names the browser was given. */
const isOwnLoopback = (origin: string, host: string | undefined): boolean =>
  isLoopbackHost(host ?? '') && origin === `http://${host}`;
