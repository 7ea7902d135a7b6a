import { queryOptions } from '@tanstack/react-query';
import type { CallTechnicalView } from '../../../../contracts/api/call-technical.ts';
import type { CallDetailView, CallListView } from '../../../../contracts/api/calls.ts';
import { get } from '../../api/client.ts';
import type { ScenarioGraph } from './graph/scenario-graph.ts';

/** Keys of what is asked about calls; `['calls']` is the beginning of all of them. */
export const callKeys = {
  all: ['calls'] as const,
  list: (query: string) => ['calls', 'list', query] as const,
  detail: (id: string) => ['calls', 'detail', id] as const,
  technical: (id: string) => ['calls', 'technical', id] as const,
};

/** One page of the list; `query` as listQuery writes it. */
export const listOf = (query: string) =>
  queryOptions({
    queryKey: callKeys.list(query),
    queryFn: get<CallListView>('/calls', Object.fromEntries(new URLSearchParams(query))),
  });

/** One call with its story. */
export const detailOf = (id: string) =>
  queryOptions({ queryKey: callKeys.detail(id), queryFn: get<CallDetailView>(`/calls/${id}`) });

/** What happened to a call underneath. */
export const technicalOf = (id: string) =>
  queryOptions({
    queryKey: callKeys.technical(id),
    queryFn: get<CallTechnicalView>(`/calls/${id}/technical`),
  });

/** The graph of a scenario version, asked by one of its calls. A version never changes, so it is asked once. */
export const graphQuery = (call: string, scenario: string) =>
  queryOptions({
    queryKey: ['calls', 'graph', scenario] as const,
    queryFn: get<ScenarioGraph>(`/calls/${call}/graph`),
    staleTime: Number.POSITIVE_INFINITY,
  });
