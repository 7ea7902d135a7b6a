import type { RequestHandler } from 'express';
import type { OutboxTextListView } from '../../contracts/api/outbox-texts.ts';
import { maskNumber } from '../../contracts/masking.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { render } from '../http/render.ts';
import type { MessageParts } from './message-parts.ts';

/** `GET /api/v1/outbox-texts`: what would have been on people's phones. */
export const listOutboxTexts =
  ({ repositories }: Pick<MessageParts, 'repositories'>): RequestHandler =>
  async (request, response) => {
    const rows = await repositories.outboxTexts.newest(actorOf(response));
    const view: OutboxTextListView = {
      texts: rows.map(({ id, tenant, channel, sender, digits, subject, text, image, at }) => ({
        ...{ id, tenant, channel, sender, number: maskNumber(digits), subject, text, image },
        at: iso(at),
      })),
    };
    render(request, response, 'outboxTextList', view);
  };
