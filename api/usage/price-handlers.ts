import type { RequestHandler } from 'express';
import { PriceDraft, type PriceListView, PriceParams, type PriceView } from '../../contracts/api/usage.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { UsageParts } from './usage-handlers.ts';

/** `GET /api/v1/prices`. */
export const listPrices =
  ({ repositories }: UsageParts): RequestHandler =>
  async (request, response) => {
    const view: PriceListView = { prices: await repositories.prices.list(actorOf(response)) };
    render(request, response, 'priceList', view);
  };

/** `POST /api/v1/prices`. */
export const addPrice =
  ({ repositories }: UsageParts): RequestHandler =>
  async (request, response) => {
    const draft = PriceDraft.parse(request.body);
    const view: PriceView = await repositories.prices.add(actorOf(response), draft);
    render(request, response, 'price', view);
  };

/** `DELETE /api/v1/prices/{id}`: what was charged by a price stays as it was charged. */
export const removePrice =
  ({ repositories, clock = Date.now }: UsageParts): RequestHandler =>
  async (request, response) => {
    const { id } = PriceParams.parse(request.params);
    if (!(await repositories.prices.remove(actorOf(response), id, clock())))
      throw new CallwrightError('request/not-found', 'no such price');
    response.status(204).end();
  };
