import { NewInvitation, UserChange, UserListView, UserParams, UserView } from '../../contracts/api/users.ts';
import type { Route } from '../http/route.ts';
import {
  changeUser,
  inviteUser,
  listUsers,
  type PeopleParts,
  sendUserLink,
  signUserOut,
} from './user-handlers.ts';

/** People of a company. */
export const userRoutes = (parts: PeopleParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/users',
    access: 'users.manage',
    describe: { summary: 'People, by name', answer: UserListView },
    handler: listUsers(parts),
  },
  {
    method: 'post',
    path: '/api/v1/users/invitations',
    access: 'users.manage',
    describe: { summary: 'Makes an account and mails its invitation', body: NewInvitation, answer: UserView },
    handler: inviteUser(parts),
  },
  {
    method: 'patch',
    path: '/api/v1/users/:id',
    access: 'users.manage',
    describe: {
      summary: 'Changes name, role or state; a new role and a suspension end all sessions at once',
      params: UserParams,
      body: UserChange,
      answer: UserView,
    },
    handler: changeUser(parts),
  },
  {
    method: 'post',
    path: '/api/v1/users/:id/sign-out',
    access: 'users.manage',
    describe: { summary: 'Ends all sessions', params: UserParams },
    handler: signUserOut(parts),
  },
  {
    method: 'post',
    path: '/api/v1/users/:id/reset',
    access: 'users.manage',
    describe: { summary: 'Mails a link for a new password, or the invitation again', params: UserParams },
    handler: sendUserLink(parts),
  },
];
