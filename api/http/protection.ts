import type { RequestHandler } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import { isLoopback, isLoopbackHost } from './loopback.ts';

/**
 * Refuses requests that were sent to another name than a loopback one or the public one: a web page whose name was
 * re-pointed to our address (DNS rebinding) would otherwise read this api with its visitor's browser.
 */
export const requireOwnHost = (publicUrl: string): RequestHandler => {
  const publicHost = new URL(publicUrl).host;
  return (request, _response, next) => {
    const host = request.headers.host ?? '';
    if (isLoopbackHost(host) || host.toLowerCase() === publicHost) return next();
    throw new CallwrightError(
      'request/invalid',
      'this api answers to its own names only: localhost or PUBLIC_URL',
    );
  };
};

/** Headers that a proxy adds; whoever sends one is not on this machine, or does not want to seem so. */
const FORWARDED = ['x-forwarded-for', 'x-real-ip', 'forwarded'];

/** For what monitoring on this machine asks: refuses other machines, also behind a proxy that runs here. */
export const onlyThisMachine: RequestHandler = (request, _response, next) => {
  const forwarded = FORWARDED.some((name) => request.headers[name] !== undefined);
  if (forwarded || !isLoopback(request.socket.remoteAddress ?? ''))
    throw new CallwrightError('auth/forbidden', 'this is answered to programs on the same machine only');
  next();
};

/**
 * Headers of every answer: nothing may load or run (the console's pages have a policy of their own). Behind https,
 * browsers are told to stay there for a year.
 */
export const protectAnswers = (publicUrl: string): RequestHandler => {
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
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
  if (publicUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
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
