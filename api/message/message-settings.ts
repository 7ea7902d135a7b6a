import type { RequestHandler } from 'express';
import { type Actor, may } from '../../contracts/api/actor.ts';
import { MessageSettingChange, type MessageSettingView } from '../../contracts/api/messages.ts';
import type { MessageSettings } from '../../db/repositories/message-settings.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { type MessageParts, textingOf } from './message-parts.ts';

/** The report address holds a secret that is entered at the provider: for who runs the installation. */
function viewOf(parts: MessageParts, actor: Actor, settings: MessageSettings): MessageSettingView {
  const { provider, delivers, channels, reportAddress } = textingOf(parts).setting;
  return {
    provider,
    delivers,
    channels: [...channels],
    ...settings,
    reportAddress: may(actor, 'messages.approve') ? reportAddress : null,
  };
}

/** `GET /api/v1/message-settings`. */
export const getMessageSettings =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const settings = await parts.repositories.messageSettings.read(actor, ownTenant(actor));
    render(request, response, 'messageSetting', viewOf(parts, actor, settings));
  };

/** `PATCH /api/v1/message-settings`. */
export const changeMessageSettings =
  (parts: MessageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { allowRepresentative, adSenderName, optOutNumber } = MessageSettingChange.parse(request.body);
    const settings = await parts.repositories.messageSettings.change(actor, ownTenant(actor), {
      ...(allowRepresentative === undefined ? {} : { allowRepresentative }),
      ...(adSenderName === undefined ? {} : { adSenderName }),
      ...(optOutNumber === undefined ? {} : { optOutNumber }),
    });
    render(request, response, 'messageSetting', viewOf(parts, actor, settings));
  };
