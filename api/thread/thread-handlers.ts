import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import {
  type ThreadDetailView,
  ThreadListQuery,
  type ThreadListView,
  ThreadParams,
  type ThreadView,
} from '../../contracts/api/threads.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { ThreadRow } from '../../db/repositories/text-threads.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { readPlace, writePlace } from '../http/place.ts';
import { render } from '../http/render.ts';
import type { MessageParts } from '../message/message-parts.ts';

export type ThreadParts = MessageParts;

const toView = (row: ThreadRow): ThreadView => ({
  id: row.id,
  tenant: row.tenant,
  ours: row.ours,
  other: maskNumber(row.other),
  lastText: row.lastText,
  lastAt: iso(row.lastAt),
  lastDirection: row.lastDirection,
  unread: row.unread,
});

/** The conversation, if the actor may see it; `request/not-found` otherwise. */
export async function findThread(
  { repositories }: Pick<ThreadParts, 'repositories'>,
  actor: Actor,
  id: string,
): Promise<ThreadRow> {
  const row = await repositories.textThreads.get(actor, id);
  if (row === undefined) throw new CallwrightError('request/not-found', 'no such conversation');
  return row;
}

/** `GET /api/v1/threads`. */
export const listThreads =
  ({ repositories }: ThreadParts): RequestHandler =>
  async (request, response) => {
    const { cursor, limit } = ThreadListQuery.parse(request.query);
    const place = cursor === undefined ? undefined : readPlace(cursor);
    const after = place === undefined ? undefined : { lastAt: place.at, id: place.key };
    const page = await repositories.textThreads.list(actorOf(response), { cursor: after, limit });
    const view: ThreadListView = {
      threads: page.threads.map(toView),
      next: page.next === null ? null : writePlace({ at: page.next.lastAt, key: page.next.id }),
    };
    render(request, response, 'textThreadList', view);
  };

/** `GET /api/v1/threads/{id}`: shown is read. */
export const getThread =
  (parts: ThreadParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = ThreadParams.parse(request.params);
    const row = await findThread(parts, actor, id);
    const entries = await parts.repositories.textThreads.entries(actor, row);
    await parts.repositories.textThreads.markRead(actor, id);
    const view: ThreadDetailView = {
      ...toView(row),
      unread: 0,
      entries: entries.map((entry) => ({ ...entry, at: iso(entry.at) })),
    };
    render(request, response, 'textThread', view);
  };
