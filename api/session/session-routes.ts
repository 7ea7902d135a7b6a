import type { RequestHandler } from 'express';
import { LinkSignIn, SessionView, SignIn } from '../../contracts/api/session.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { noteAccount } from './account-audit.ts';
import { limitLinks } from './account-limits.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { beginSession } from './begin-session.ts';
import { takeLink } from './links.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { toSessionView } from './session-view.ts';
import { signIn } from './sign-in.ts';
import { signedInUser } from './signed-in-user.ts';

const path = '/api/v1/session';

/** Signing in and out. */
export const sessionRoutes = (parts: AccountParts): readonly Route[] => [
  {
    method: 'get',
    path,
    access: 'signed-in',
    describe: { summary: 'Who is signed in, and what they may do', answer: SessionView },
    handler: showSession(parts),
  },
  {
    method: 'post',
    path,
    access: 'public',
    describe: { summary: 'Sign in by password', body: SignIn, answer: SessionView },
    handler: signIn(parts),
  },
  {
    method: 'delete',
    path,
    access: 'signed-in',
    describe: { summary: 'Sign out' },
    handler: signOut(parts),
  },
  {
    method: 'post',
    path: `${path}/link`,
    access: 'public',
    describe: { summary: 'Sign in by a link that works once', body: LinkSignIn, answer: SessionView },
    handler: signInByLink(parts),
  },
];

const showSession =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    const { user } = await signedInUser(parts, response);
    render(request, response, 'session', toSessionView(parts, user));
  };

const signOut =
  (parts: AccountParts): RequestHandler =>
  async (_request, response) => {
    const { user, session } = await signedInUser(parts, response);
    if (session !== undefined) await parts.repositories.sessions.revoke(apiItself, session, nowOf(parts));
    await noteAccount(parts, 'session.sign-out', user);
    clearSessionCookie(response);
    // Not "storage": language, theme and columns that somebody chose are there, and nothing secret.
    response.setHeader('Clear-Site-Data', '"cache"');
    response.status(204).end();
  };

const signInByLink =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    await limitLinks(parts, request, response);
    const { token } = LinkSignIn.parse(request.body);
    const user = await takeLink(parts, token, 'sign-in');
    await beginSession(parts, request, response, { user, action: 'session.sign-in-link' });
  };
