import type { Request, Response } from 'express';
import type { User } from '../../db/repositories/users.ts';
import { render } from '../http/render.ts';
import { type AccountAction, noteAccount } from './account-audit.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { clientOf } from './client-of.ts';
import { rememberDevice } from './known-device.ts';
import { readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { toSessionView } from './session-view.ts';
import { findSession, openSession } from './sessions.ts';

/** Signs somebody in who has proved to be `user`: always a new session; the one that the browser had ends (S18). */
export async function beginSession(
  parts: AccountParts,
  request: Request,
  response: Response,
  { user, action }: { user: User; action: AccountAction },
): Promise<void> {
  const { sessions } = parts.repositories;
  const earlier = readSessionCookie(request);
  const had = earlier === undefined ? undefined : await findSession(parts, earlier);
  if (had !== undefined) await sessions.revoke(apiItself, had.id, nowOf(parts));
  const client = clientOf(request);
  const token = await openSession(parts, user, client);
  await noteAccount(parts, action, user, { address: client.address });
  setSessionCookie(response, token);
  rememberDevice(parts, response, user.email);
  render(request, response, 'session', toSessionView(parts, user));
}
