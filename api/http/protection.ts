import type { RequestHandler } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';

/** Names by which a browser reaches a loopback address. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?$/i;

/**
 * Refuses requests that were sent to another name than a loopback one: a web page whose name was re-pointed to
 * 127.0.0.1 (DNS rebinding) would otherwise read this api with its visitor's browser.
 */
export const requireLoopbackHost: RequestHandler = (request, _response, next) => {
  if (LOOPBACK_HOST.test(request.headers.host ?? '')) return next();
  throw new CallwrightError('request/invalid', 'this api answers to localhost, 127.0.0.1 and [::1] only');
};

/** Headers of every answer. `styleHash` lets the start page's own style through; nothing else may load or run. */
export const protectAnswers = (styleHash: string): RequestHandler => {
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = new Map([
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    // Call records are personal data: no shared or disk cache keeps them.
    ['Cache-Control', 'no-store'],
  ]);
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
};

/** Reviver for JSON bodies: refuses keys that could reach an object's prototype (S16). */
export function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw new CallwrightError('request/invalid', `the key "${key}" is not allowed`);
  return value;
}
