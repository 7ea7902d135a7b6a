import type { Response } from 'express';
import { actorOf, identityOf } from '../http/identity.ts';

/** By whom a line is held: the signed-in session, or without one the actor itself. */
export function sessionOf(response: Response): string {
  const session = identityOf(response)?.session;
  if (session !== undefined) return session;
  const actor = actorOf(response);
  return actor.kind === 'system' ? actor.role : actor.kind === 'user' ? actor.user : actor.key;
}
