import { randomUUID } from 'node:crypto';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { User } from '../../db/repositories/users.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import type { ClientNote } from './client-of.ts';
import { hashToken, newToken } from './tokens.ts';

/** Without a request for this long, a session is over (ASVS 7.3.1), ms. */
export const IDLE_MS = 30 * 60_000;
/** However busy, it is over after this long (ASVS 7.3.2), ms. */
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** A request within this time of the last one writes nothing, ms. */
const TOUCH_MS = 30_000;

export type SessionParts = { repositories: Pick<Repositories, 'sessions'>; clock?: () => number };

/** The actor that a user is in repository calls. */
export const actorOfUser = (user: User): Extract<Actor, { kind: 'user' }> => ({
  kind: 'user',
  user: user.id,
  tenant: user.tenant,
  role: user.role,
});

/** Opens a session under a new token, which exists only in the answer to the browser. */
export async function openSession(
  parts: Pick<AccountParts, 'repositories' | 'clock'>,
  user: User,
  client: ClientNote,
): Promise<string> {
  const { token, hash } = newToken();
  const now = nowOf(parts);
  await parts.repositories.sessions.create(apiItself, {
    id: randomUUID(),
    tokenHash: hash,
    account: user.id,
    createdAt: now,
    expiresAt: now + ABSOLUTE_MS,
    ...client,
  });
  await parts.repositories.users.signedIn(apiItself, user.id, now);
  return token;
}

/** The living session of a token with its account; counts as a sign of life. */
export async function findSession(
  parts: SessionParts,
  token: string,
): Promise<{ id: string; user: User } | undefined> {
  const { sessions } = parts.repositories;
  const now = nowOf(parts);
  const found = await sessions.find(apiItself, hashToken(token), { now, idleMs: IDLE_MS });
  if (found !== undefined && now - found.lastSeenAt > TOUCH_MS)
    await sessions.touch(apiItself, found.id, now);
  return found;
}

/**
 * Whether a session still is one: for streams, which outlive the request that opened them. 정지, sign-out and both time
 * limits end it; asking does not prolong it. API keys have no session: `undefined` is true.
 */
export async function sessionAlive(parts: SessionParts, session: string | undefined): Promise<boolean> {
  if (session === undefined) return true;
  return parts.repositories.sessions.alive(apiItself, session, { now: nowOf(parts), idleMs: IDLE_MS });
}
