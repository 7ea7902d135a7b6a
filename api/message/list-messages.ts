import type { RequestHandler } from 'express';
import { MessageListQuery, type MessageListView } from '../../contracts/api/messages.ts';
import { actorOf } from '../http/identity.ts';
import { readPlace, writePlace } from '../http/place.ts';
import { render } from '../http/render.ts';
import type { MessageParts } from './message-parts.ts';
import { toMessageView } from './message-view.ts';

/** `GET /api/v1/messages`: the sent list (MO-27, MO-28). */
export const listMessages =
  ({ repositories: { messages } }: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { cursor, limit, ...filter } = MessageListQuery.parse(request.query);
    const place = cursor === undefined ? undefined : readPlace(cursor);
    const after = place === undefined ? undefined : { dueAt: place.at, id: place.key };
    const [page, total] = await Promise.all([
      messages.list(actor, filter, { cursor: after, limit }),
      messages.total(actor, filter),
    ]);
    const view: MessageListView = {
      messages: page.messages.map(toMessageView),
      total,
      next: page.next === null ? null : writePlace({ at: page.next.dueAt, key: page.next.id }),
    };
    render(request, response, 'messageList', view);
  };
