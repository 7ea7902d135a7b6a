import type { RequestHandler } from 'express';
import { type Actor, idOf } from '../../contracts/api/actor.ts';
import { MessageOrder } from '../../contracts/api/messages.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageRequest } from '../../contracts/message/request.ts';
import {
  acceptMessage,
  previewMessage as planned,
  type SendingProvider,
} from '../../db/messages/accept-message.ts';
import type { MessageRow } from '../../db/repositories/message-row.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { Refusal } from '../http/refusal.ts';
import { render } from '../http/render.ts';
import { findMessage } from './get-message.ts';
import { type MessageParts, textingOf } from './message-parts.ts';
import { toMessageDetail } from './message-view.ts';
import { toMessagePreview } from './preview-view.ts';
import { wakeMessage } from './wake-message.ts';

const nowOf = ({ clock = Date.now }: MessageParts): number => clock();

function providerOf(parts: MessageParts): SendingProvider {
  const { provider, channels } = textingOf(parts).setting;
  return { name: provider, channels };
}

/** `POST /api/v1/messages/preview`: the same plan as the sending makes, and nothing else. */
export const previewMessage =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const order = { tenant: ownTenant(actor), request: MessageOrder.parse(request.body) };
    const result = await planned(parts.repositories, providerOf(parts), actor, order, nowOf(parts));
    render(request, response, 'messagePreview', toMessagePreview(result));
  };

/** `POST /api/v1/messages`: answers when Temporal has it, or, while Temporal is away, when the ledger has it. */
export const sendMessage =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const order = MessageOrder.parse(request.body);
    const row = await acceptOrder(parts, actor, ownTenant(actor), order);
    render(request, response, 'message', toMessageDetail(row));
  };

/**
 * Writes a message into the ledger, once for its key, and has its workflow begin. Throws a `Refusal` with everything that
 * is wrong, or `request/conflict` when the key was another message's.
 */
export async function acceptOrder(
  parts: MessageParts,
  actor: Actor,
  tenant: TenantId,
  request: MessageRequest,
): Promise<MessageRow> {
  const origin = actor.kind === 'api-key' ? 'api' : 'console';
  const order = { tenant, origin, originRef: idOf(actor), request } as const;
  const answer = await acceptMessage(parts.repositories, providerOf(parts), actor, order, nowOf(parts));
  if (answer.kind === 'refused') throw new Refusal('message/refused', answer.problems);
  const { id } = answer;
  const { state } = await findMessage(parts, actor, id);
  if (state !== 'done' && state !== 'cancelled')
    await wakeMessage({ ...textingOf(parts), log: parts.log }, { message: id, tenant });
  return findMessage(parts, actor, id);
}
