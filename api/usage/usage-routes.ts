import {
  PriceDraft,
  PriceListView,
  PriceParams,
  PriceView,
  UsageQuery,
  UsageView,
} from '../../contracts/api/usage.ts';
import type { Route } from '../http/route.ts';
import { addPrice, listPrices, removePrice } from './price-handlers.ts';
import { listUsage, type UsageParts } from './usage-handlers.ts';

/** What companies used of what is charged, and its prices (CTI-17). */
export const usageRoutes = (parts: UsageParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/usage',
    access: 'usage.read',
    describe: { summary: 'Use and cost by day and kind', query: UsageQuery, answer: UsageView },
    handler: listUsage(parts),
  },
  {
    method: 'get',
    path: '/api/v1/prices',
    access: 'usage.read',
    describe: { summary: 'Prices with the days that they are in force', answer: PriceListView },
    handler: listPrices(parts),
  },
  {
    method: 'post',
    path: '/api/v1/prices',
    access: 'prices.manage',
    describe: { summary: 'Sets a price from a day on', body: PriceDraft, answer: PriceView },
    handler: addPrice(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/prices/:id',
    access: 'prices.manage',
    describe: { summary: 'Takes back a price that is not in force yet', params: PriceParams },
    handler: removePrice(parts),
  },
];
