import { MessageDetailView } from '../../contracts/api/messages.ts';
import {
  ThreadDetailView,
  ThreadListQuery,
  ThreadListView,
  ThreadParams,
  ThreadReply,
} from '../../contracts/api/threads.ts';
import type { Route } from '../http/route.ts';
import { replyToThread } from './reply-to-thread.ts';
import { getThread, listThreads, type ThreadParts } from './thread-handlers.ts';

/** Conversations by text under the numbers of a company (MO-11). */
export const threadRoutes = (parts: ThreadParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/threads',
    access: 'messages.read',
    describe: {
      summary: 'Conversations, newest first; agents see those of their own number',
      query: ThreadListQuery,
      answer: ThreadListView,
    },
    handler: listThreads(parts),
  },
  {
    method: 'get',
    path: '/api/v1/threads/:id',
    access: 'messages.read',
    describe: {
      summary: 'One conversation; what came in counts as read',
      params: ThreadParams,
      answer: ThreadDetailView,
    },
    handler: getThread(parts),
  },
  {
    method: 'post',
    path: '/api/v1/threads/:id/reply',
    access: 'messages.send',
    describe: {
      summary: 'Answers from our number to the other, once per key',
      params: ThreadParams,
      body: ThreadReply,
      answer: MessageDetailView,
    },
    handler: replyToThread(parts),
  },
];
