import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { type ConsoleFile, type ConsoleFiles, readConsole } from './console-files.ts';

/** Where the build leaves room for the nonce of a page (`html.cspNonce` in console/vite.config.ts). */
const PLACEHOLDER = '__CSP_NONCE__';

/**
 * What a page may load and run: our own files only. Style elements that our scripts make carry the nonce of the page;
 * scripts have no such way in. `blob:` is what the telephone records and plays back.
 */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Paths that are programs', not pages: they get the api's answer. */
const NOT_PAGES = /^\/(?:api|metrics|healthz|readyz)(?:\/|$)/;

const NOT_BUILT =
  '화면을 아직 준비하고 있습니다. 잠시 뒤 새로 고치십시오. 계속 이 글이 보이면 npm start의 출력을 확인하십시오.\n' +
  'The console is being built. Reload in a moment; if this stays, look at what npm start printed.\n';

/**
 * Serves the console from the folder that the build fills, also when it does so later. Every other path without an
 * ending is one of its pages; the console itself says which exist.
 */
export function serveConsole(folder: string): RequestHandler {
  let read: ConsoleFiles | undefined;
  return (request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || NOT_PAGES.test(request.path))
      return next();
    read ??= readConsole(folder);
    const file = read?.files.get(request.path);
    if (file !== undefined) return sendFile(response, file, request.headers['accept-encoding'] ?? '', next);
    if (/\.[^/]*$/.test(request.path)) return next();
    if (read === undefined) {
      response.status(503).type('text/plain').setHeader('Retry-After', '5').send(NOT_BUILT);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', policyOf(nonce));
    // A handset's camera and the like are never asked for; the telephone takes the microphone.
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(self)');
    response.type('text/html').send(read.page.replaceAll(PLACEHOLDER, nonce));
  };
}

function sendFile(
  response: Response,
  file: ConsoleFile,
  accepted: string,
  next: (error: unknown) => void,
): void {
  const [path, encoding] = choose(file, accepted);
  response.setHeaders(
    new Map([
      ['Content-Type', file.type],
      ['Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'],
      ['Vary', 'Accept-Encoding'],
    ]),
  );
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  response.sendFile(path, { cacheControl: false, lastModified: false, dotfiles: 'allow' }, (error) => {
    // A browser that goes away in between is nobody's fault.
    if (error && !response.headersSent) next(error);
  });
}

function choose(file: ConsoleFile, accepted: string): readonly [path: string, encoding: string | undefined] {
  if (file.br !== undefined && /\bbr\b/.test(accepted)) return [file.br, 'br'];
  if (file.gzip !== undefined && /\bgzip\b/.test(accepted)) return [file.gzip, 'gzip'];
  return [file.plain, undefined];
}
