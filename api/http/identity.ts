import type { Request, Response } from 'express';
import { type Actor, may } from '../../contracts/api/actor.ts';
import type { Permission } from '../../contracts/api/permissions.ts';
import { CallwrightError } from '../../contracts/errors.ts';

/** Who asks, as the session cookie or the API key of a request says. */
export type Identity = {
  readonly actor: Actor;
  /** Id of the session's row; absent for API keys. */
  readonly session?: string;
};

/** Finds out who asks; undefined for a stranger. Throws only what the caller must know (`db/unavailable`). */
export type Identify = (request: Request) => Promise<Identity | undefined>;

const KEY = 'identity';

export function setIdentity(response: Response, identity: Identity | undefined): void {
  response.locals[KEY] = identity;
}

/** Who asks; undefined for a stranger on a public route. */
export const identityOf = (response: Response): Identity | undefined =>
  response.locals[KEY] as Identity | undefined;

/** On whose behalf the handler acts; `auth/required` for a stranger. */
export function actorOf(response: Response): Actor {
  const identity = identityOf(response);
  if (identity === undefined) throw new CallwrightError('auth/required', 'sign in, or send an API key');
  return identity.actor;
}

/** Refuses who lacks the permission: `auth/required` for a stranger, `auth/forbidden` for everybody else. */
export function requirePermission(response: Response, permission: Permission): Actor {
  const actor = actorOf(response);
  if (!may(actor, permission))
    throw new CallwrightError('auth/forbidden', `this needs the permission ${permission}`);
  return actor;
}
