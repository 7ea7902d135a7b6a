import type { Request } from 'express';
import type { Identify, Identity } from '../http/identity.ts';
import type { KeyFinder } from './account-parts.ts';
import { readSessionCookie } from './session-cookie.ts';
import { actorOfUser, findSession, type SessionParts } from './sessions.ts';

const BEARER = /^Bearer ([\x21-\x7e]{20,200})$/i;

/**
 * Who asks, by API key or session cookie. A request with an `Authorization` header is a program's: its cookie does not
 * count, which is why such requests need no proof against cross-site forgery.
 */
export const createIdentify =
  (parts: SessionParts & { keys: KeyFinder }): Identify =>
  async (request: Request): Promise<Identity | undefined> => {
    const authorization = request.headers.authorization;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      const key = token === undefined ? undefined : await parts.keys.find(token);
      return key && { actor: key };
    }
    const token = readSessionCookie(request);
    const session = token === undefined ? undefined : await findSession(parts, token);
    return session && { actor: actorOfUser(session.user), session: session.id };
  };
