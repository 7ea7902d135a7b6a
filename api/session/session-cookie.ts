import type { Request, Response } from 'express';

/**
 * `__Host-`: a browser takes it only with Secure, Path=/ and without Domain, so no sibling site can set it. Chromium 156
 * takes and sends it on http://127.0.0.1 and http://localhost too, which it holds to be trustworthy.
 */
export const SESSION_COOKIE = '__Host-callwright';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** A cookie's value. Two of one name are none: one of them is not from us. */
export function readCookie(request: Request, name: string): string | undefined {
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

/** The session token of a request. */
export function readSessionCookie(request: Request): string | undefined {
  const token = readCookie(request, SESSION_COOKIE);
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}

/** Hands the token to the browser, for as long as the browser runs: the server alone decides when it ends. */
export const setSessionCookie = (response: Response, token: string): void => {
  response.append('Set-Cookie', `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`);
};

export const clearSessionCookie = (response: Response): void => {
  response.append('Set-Cookie', `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`);
};
