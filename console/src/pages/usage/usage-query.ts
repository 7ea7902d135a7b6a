import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PriceListView, UsageView } from '../../../../contracts/api/usage.ts';
import { get } from '../../api/client.ts';
import { type DayRange, instantsOf } from '../calls/list/quick-range.ts';

/** What was used between two days (both included) in Seoul. */
export const usageQuery = (days: DayRange) =>
  queryOptions({
    queryKey: ['usage', days] as const,
    queryFn: get<UsageView>('/usage', instantsOf(days)),
    placeholderData: keepPreviousData,
  });

export const PRICES = ['prices'] as const;

/** Prices of one piece, with the days that they are in force. */
export const pricesQuery = queryOptions({ queryKey: PRICES, queryFn: get<PriceListView>('/prices') });
