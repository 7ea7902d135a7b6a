import type { RequestHandler } from 'express';
import { ImageView, MessageParams } from '../../contracts/api/messages.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { readBody } from '../phone/read-body.ts';
import { checkImage } from './check-image.ts';

export type ImageParts = { readonly repositories: Pick<Repositories, 'messageImages'> };

/** A camera's own preview is left out before a picture is measured, so more may come in than may go out. */
const MOST_BYTES = 1_024 * 1_024;

/** `POST /api/v1/message-images`: a JPEG as the body. */
const takeImage =
  ({ repositories }: ImageParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { warnings, ...image } = checkImage(await readBody(request, MOST_BYTES));
    const { id, size, width, height } = await repositories.messageImages.add(actor, ownTenant(actor), image);
    render(request, response, 'messageImage', { id, size, width, height, warnings } satisfies ImageView);
  };

/** `GET /api/v1/message-images/:id`. A picture never changes under its id. */
const sendImage =
  ({ repositories }: ImageParts): RequestHandler =>
  async (request, response) => {
    const { id } = MessageParams.parse(request.params);
    const image = await repositories.messageImages.read(actorOf(response), id);
    if (image === undefined) throw new CallwrightError('request/not-found', 'no such picture');
    response.setHeader('Cache-Control', 'private, max-age=3600, immutable');
    response.setHeader('Content-Type', 'image/jpeg');
    response.end(image.bytes);
  };

/** Pictures of MMS. */
export const messageImageRoutes = (parts: ImageParts): readonly Route[] => [
  {
    method: 'post',
    path: '/api/v1/message-images',
    access: 'messages.send',
    describe: { summary: 'Takes a JPEG for MMS (below 300 KB); metadata is left out', answer: ImageView },
    raw: true,
    handler: takeImage(parts),
  },
  {
    method: 'get',
    path: '/api/v1/message-images/:id',
    access: 'messages.read',
    describe: { summary: 'A picture of an MMS', params: MessageParams, media: 'image/jpeg' },
    handler: sendImage(parts),
  },
];
