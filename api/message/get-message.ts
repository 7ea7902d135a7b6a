import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import { MessageParams, RecipientListQuery, type RecipientListView } from '../../contracts/api/messages.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { MessageRow } from '../../db/repositories/message-row.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { MessageParts } from './message-parts.ts';
import { toMessageDetail, toRecipientView } from './message-view.ts';

const noSuchMessage = (): CallwrightError => new CallwrightError('request/not-found', 'no such message');

/** The message, if the actor may see it; `request/not-found` otherwise. */
export async function findMessage(
  { repositories }: Pick<MessageParts, 'repositories'>,
  actor: Actor,
  id: string,
): Promise<MessageRow> {
  const row = await repositories.messages.detail(actor, id);
  if (row === undefined) throw noSuchMessage();
  return row;
}

/** `GET /api/v1/messages/{id}` (MO-29). */
export const getMessage =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const { id } = MessageParams.parse(request.params);
    const row = await findMessage(parts, actorOf(response), id);
    render(request, response, 'message', toMessageDetail(row));
  };

/** `GET /api/v1/messages/{id}/recipients`. */
export const listRecipients =
  ({ repositories }: MessageParts): RequestHandler =>
  async (request, response) => {
    const { id } = MessageParams.parse(request.params);
    const query = RecipientListQuery.parse(request.query);
    const page = await repositories.messages.recipients(actorOf(response), id, query);
    if (page === undefined) throw noSuchMessage();
    const view: RecipientListView = {
      recipients: page.recipients.map(toRecipientView),
      next: page.next === null ? null : String(page.next),
    };
    render(request, response, 'messageRecipientList', view);
  };
