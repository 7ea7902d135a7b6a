import type { RequestHandler } from 'express';
import { MessageParams, type ResendAnswer, ResendOrder } from '../../contracts/api/messages.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { findMessage } from './get-message.ts';
import { type MessageParts, textingOf } from './message-parts.ts';
import { toMessageDetail } from './message-view.ts';
import { wakeMessage } from './wake-message.ts';

/** `POST /api/v1/messages/{id}/resend`: the failed ones only, and once a round (MO-30, T14). */
export const resendMessage =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = MessageParams.parse(request.params);
    const { round } = ResendOrder.parse(request.body);
    const { tenant } = await findMessage(parts, actor, id);
    const answer: ResendAnswer = await parts.repositories.messages.resend(actor, id, round);
    // Also when another click was first: its process may have died before it started anything.
    if (answer.round > round)
      await wakeMessage({ ...textingOf(parts), log: parts.log }, { message: id, tenant });
    render(request, response, 'messageResend', answer);
  };

/** `POST /api/v1/messages/{id}/cancel`. */
export const cancelMessage =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = MessageParams.parse(request.params);
    await parts.repositories.messages.cancel(actor, id);
    // The ledger gives nothing away any more; the workflow only ends sooner by it.
    await textingOf(parts)
      .starter.news(id)
      .catch(() => undefined);
    render(request, response, 'message', toMessageDetail(await findMessage(parts, actor, id)));
  };
