import {
  SenderChange,
  SenderDecision,
  SenderDraft,
  SenderListView,
  SenderParams,
  SenderView,
} from '../../contracts/api/senders.ts';
import type { Route } from '../http/route.ts';
import {
  changeSender,
  decideSender,
  listSenders,
  removeSender,
  requestSender,
  type SenderParts,
} from './sender-handlers.ts';

/** Numbers that texts may come from (MO-35, MO-36, A14). */
export const senderRoutes = (parts: SenderParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/senders',
    access: 'messages.read',
    describe: { summary: 'Sender numbers; agents see their own', answer: SenderListView },
    handler: listSenders(parts),
  },
  {
    method: 'post',
    path: '/api/v1/senders',
    access: 'messages.manage',
    describe: { summary: 'Asks for a sender number', body: SenderDraft, answer: SenderView },
    handler: requestSender(parts),
  },
  {
    method: 'patch',
    path: '/api/v1/senders/:id',
    access: 'messages.manage',
    describe: {
      summary: 'Names it, gives it to a person, makes it the main number',
      params: SenderParams,
      body: SenderChange,
      answer: SenderView,
    },
    handler: changeSender(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/senders/:id',
    access: 'messages.manage',
    describe: { summary: 'Takes a sender number away', params: SenderParams },
    handler: removeSender(parts),
  },
  {
    method: 'post',
    path: '/api/v1/senders/:id/decision',
    access: 'messages.approve',
    describe: {
      summary: 'Verifies or rejects it, after a look at the proof',
      params: SenderParams,
      body: SenderDecision,
      answer: SenderView,
    },
    handler: decideSender(parts),
  },
];
