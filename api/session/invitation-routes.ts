import type { RequestHandler } from 'express';
import {
  InvitationAccept,
  InvitationLook,
  InvitationView,
  SessionView,
} from '../../contracts/api/session.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { limitLinks } from './account-limits.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { beginSession } from './begin-session.ts';
import { choosePassword } from './choose-password.ts';
import { readLink, takeLink } from './links.ts';

/** What an invited person does with the link of the mail. */
export const invitationRoutes = (parts: AccountParts): readonly Route[] => [
  {
    // The token stands in the body: a proxy in front writes addresses into its log.
    method: 'post',
    path: '/api/v1/invitations/look',
    access: 'public',
    describe: {
      summary: 'Who is invited, and by which company',
      body: InvitationLook,
      answer: InvitationView,
    },
    handler: showInvitation(parts),
  },
  {
    method: 'post',
    path: '/api/v1/invitations/accept',
    access: 'public',
    describe: { summary: 'Choose a password, and be signed in', body: InvitationAccept, answer: SessionView },
    handler: acceptInvitation(parts),
  },
];

const showInvitation =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    await limitLinks(parts, request, response);
    const { token } = InvitationLook.parse(request.body);
    const { email, name, tenantName } = await readLink(parts, token, 'invite');
    const view: InvitationView = { email, name, tenantName };
    render(request, response, 'invitation', view);
  };

const acceptInvitation =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    await limitLinks(parts, request, response);
    const { token, name, password } = InvitationAccept.parse(request.body);
    const invited = await readLink(parts, token, 'invite');
    const renamed = { ...invited, name };
    const take = () => takeLink(parts, token, 'invite');
    await choosePassword(parts, renamed, { field: 'password', password, take });
    const user = await parts.repositories.users.update(apiItself, invited.id, { name });
    await beginSession(parts, request, response, { user: user ?? renamed, action: 'invitation.accept' });
  };
