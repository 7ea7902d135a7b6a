import {
  MailDetailView,
  MailListQuery,
  MailListView,
  MailParams,
  MailView,
} from '../../contracts/api/outbox.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Route } from '../http/route.ts';
import { listMails, readMail, resendMail } from './outbox-handlers.ts';

/**
 * Mails of the product. Whoever reads one could use the link in it, so only administrators of the company may, and
 * each look is recorded.
 */
export const outboxRoutes = (repositories: Repositories, delivers: boolean): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/outbox',
    access: 'outbox.read',
    describe: {
      summary: 'Mails without their bodies, newest first',
      query: MailListQuery,
      answer: MailListView,
    },
    handler: listMails(repositories.outbox, delivers),
  },
  {
    method: 'get',
    path: '/api/v1/outbox/:id',
    access: 'outbox.read',
    describe: {
      summary: 'One mail with its body; the look is recorded',
      params: MailParams,
      answer: MailDetailView,
    },
    handler: readMail(repositories.outbox),
  },
  {
    method: 'post',
    path: '/api/v1/outbox/:id/resend',
    access: 'outbox.read',
    describe: { summary: 'Lets a kept or failed mail go out', params: MailParams, answer: MailView },
    handler: resendMail(repositories, delivers),
  },
];
