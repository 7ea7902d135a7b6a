import type { RequestHandler } from 'express';
import {
  OwnSessionEnd,
  OwnSessionListView,
  OwnSessionParams,
  type OwnSessionView,
} from '../../contracts/api/own-sessions.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { OpenSession } from '../../db/repositories/sessions.ts';
import { iso } from '../http/iso.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { noteAccount } from './account-audit.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { browserWords } from './browser-words.ts';
import { checkOwnPassword } from './check-own-password.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { IDLE_MS } from './sessions.ts';
import { signedInUser } from './signed-in-user.ts';

const path = '/api/v1/session/list';

/** Where somebody is signed in, and ending it there (ASVS 7.5.2). */
export const ownSessionRoutes = (parts: AccountParts): readonly Route[] => [
  {
    method: 'get',
    path,
    access: 'signed-in',
    describe: { summary: 'Browsers in which one is signed in', answer: OwnSessionListView },
    handler: listOwn(parts),
  },
  {
    method: 'delete',
    path: `${path}/:id`,
    access: 'signed-in',
    describe: { summary: 'Sign out there', params: OwnSessionParams, body: OwnSessionEnd },
    handler: endOwn(parts),
  },
];

const openOf = (parts: AccountParts, account: string): Promise<OpenSession[]> =>
  parts.repositories.sessions.listOf(apiItself, account, { now: nowOf(parts), idleMs: IDLE_MS });

const listOwn =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    const { user, session } = await signedInUser(parts, response);
    const toView = (row: OpenSession): OwnSessionView => ({
      id: row.id,
      ...browserWords(row.userAgent),
      address: row.address,
      createdAt: iso(row.createdAt),
      lastSeenAt: iso(row.lastSeenAt),
      current: row.id === session,
    });
    const view: OwnSessionListView = { sessions: (await openOf(parts, user.id)).map(toView) };
    render(request, response, 'ownSessionList', view);
  };

/** Asks for the password, or whoever finds an open browser could sign its owner out everywhere else. */
const endOwn =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    const { id } = OwnSessionParams.parse(request.params);
    const { password } = OwnSessionEnd.parse(request.body);
    const { user, session } = await signedInUser(parts, response);
    if (!(await openOf(parts, user.id)).some((open) => open.id === id))
      throw new CallwrightError('request/not-found', 'no such session');
    await checkOwnPassword(parts, response, { user, password });
    await parts.repositories.sessions.revoke(apiItself, id, nowOf(parts));
    await noteAccount(parts, 'session.end', user);
    if (id === session) clearSessionCookie(response);
    response.status(204).end();
  };
