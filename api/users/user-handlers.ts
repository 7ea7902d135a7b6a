import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import {
  NewInvitation,
  UserChange,
  type UserListView,
  UserParams,
  type UserView,
} from '../../contracts/api/users.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { TenantId } from '../../contracts/ids.ts';
import type { SendLink } from '../../db/repositories/people.ts';
import type { User } from '../../db/repositories/users.ts';
import { actorOf } from '../http/identity.ts';
import { iso, isoOrNull } from '../http/iso.ts';
import { render } from '../http/render.ts';
import { createMailOutbox } from '../outbox/mail-outbox.ts';
import { limitMails } from '../session/account-limits.ts';
import { mailInvitation, mailReset } from '../session/account-mails.ts';
import { type AccountParts, nowOf } from '../session/account-parts.ts';

export type PeopleParts = Pick<AccountParts, 'repositories' | 'publicUrl' | 'clock'> & {
  /** A mail server is set: mails go out instead of being kept for administrators to read. */
  mailDelivers?: boolean;
};

const toView = (user: User): UserView => ({
  id: user.id,
  tenant: user.tenant,
  email: user.email,
  name: user.name,
  role: user.role,
  state: user.state,
  secondFactor: user.secondFactor,
  createdAt: iso(user.createdAt),
  lastSignInAt: isoOrNull(user.lastSignInAt),
});

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new CallwrightError('request/not-found', 'no such account');
  return value;
};

/** The link's row and the mail's are written in the transaction of what they belong to. */
const sender =
  (parts: PeopleParts): SendLink =>
  async (user, { oneTimeLinks, outbox }) => {
    const inOne = {
      ...parts,
      repositories: { ...parts.repositories, oneTimeLinks },
      mail: createMailOutbox(outbox, parts.mailDelivers ?? false),
    };
    await (user.state === 'invited' ? mailInvitation(inOne, user) : mailReset(inOne, user));
  };

/** `GET /api/v1/users`. */
export const listUsers =
  ({ repositories }: PeopleParts): RequestHandler =>
  async (request, response) => {
    const view: UserListView = { users: (await repositories.users.list(actorOf(response))).map(toView) };
    render(request, response, 'userList', view);
  };

function companyOf(actor: Actor, asked: string | undefined): TenantId {
  if (asked !== undefined) return TenantId.parse(asked);
  if (actor.kind === 'system') throw new CallwrightError('request/invalid', 'say of which company: tenant');
  return actor.tenant;
}

/** `POST /api/v1/users/invitations`: `tenant` other than the own is for platform administrators. */
export const inviteUser =
  (parts: PeopleParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { email, name, role, tenant } = NewInvitation.parse(request.body);
    const company = companyOf(actor, tenant);
    const known = await parts.repositories.tenants.list(actor);
    if (!known.some(({ id }) => id === company))
      throw new CallwrightError('request/not-found', 'no such company');
    await limitMails(parts, response, email);
    const user = { id: randomUUID(), tenant: company, email, name, role };
    render(
      request,
      response,
      'user',
      toView(await parts.repositories.people.invite(actor, user, sender(parts))),
    );
  };

/** `PATCH /api/v1/users/{id}`. */
export const changeUser =
  (parts: PeopleParts): RequestHandler =>
  async (request, response) => {
    const { id } = UserParams.parse(request.params);
    const { name, role, state } = UserChange.parse(request.body);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(state === undefined ? {} : { state }),
    };
    const user = await parts.repositories.people.change(actorOf(response), id, change, nowOf(parts));
    render(request, response, 'user', toView(found(user)));
  };

/** `POST /api/v1/users/{id}/sign-out`. */
export const signUserOut =
  (parts: PeopleParts): RequestHandler =>
  async (request, response) => {
    const { id } = UserParams.parse(request.params);
    found(await parts.repositories.people.signOut(actorOf(response), id, nowOf(parts)));
    response.status(204).end();
  };

/** `POST /api/v1/users/{id}/reset`. */
export const sendUserLink =
  (parts: PeopleParts): RequestHandler =>
  async (request, response) => {
    const { id } = UserParams.parse(request.params);
    const actor = actorOf(response);
    await limitMails(parts, response, found(await parts.repositories.users.get(actor, id)).email);
    found(await parts.repositories.people.sendLink(actor, id, sender(parts)));
    response.status(204).end();
  };
