import type { RequestHandler } from 'express';
import { ThreadParams, ThreadReply } from '../../contracts/api/threads.ts';
import { MessageRequest } from '../../contracts/message/request.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { toMessageDetail } from '../message/message-view.ts';
import { acceptOrder } from '../message/send-message.ts';
import { findThread, type ThreadParts } from './thread-handlers.ts';

/**
 * A person's words are no template: between two braces goes a zero-width space, which the tidying of every text drops
 * again.
 */
const verbatim = (text: string): string => text.replaceAll('{{', '{\u200b{');

/** `POST /api/v1/threads/{id}/reply`: an ordinary message to one person, from the number that he wrote to. */
export const replyToThread =
  (parts: ThreadParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = ThreadParams.parse(request.params);
    const { key, text } = ThreadReply.parse(request.body);
    const { tenant, ours, other } = await findThread(parts, actor, id);
    const wanted = MessageRequest.parse({
      key: `thread/${id}/${key}`,
      sender: ours,
      text: verbatim(text),
      // Who texts us can be texted, whatever his number looks like.
      recipients: [{ number: other, override: true }],
    });
    const row = await acceptOrder(parts, actor, tenant, wanted);
    render(request, response, 'message', toMessageDetail(row));
  };
