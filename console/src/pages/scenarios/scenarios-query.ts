import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  CheckView,
  DifferenceView,
  FiguresView,
  OccupancyView,
  ScenarioSummary,
  ScenarioTestView,
  ScenarioView,
  TestRunView,
  UsesView,
  VersionListView,
} from '../../../../contracts/api/scenarios.ts';
import { get, request } from '../../api/client.ts';

type SummaryList = { readonly scenarios: readonly ScenarioSummary[] };
type TestList = { readonly tests: readonly ScenarioTestView[] };
type VersionDocument = { readonly hash: string; readonly version: number; readonly document: unknown };

/** Beginning of the key of everything about scenarios. */
export const SCENARIOS = ['scenarios'] as const;
const of = (id: string) => [...SCENARIOS, id] as const;

/** Scenarios by name. */
export const scenariosQuery = queryOptions({
  queryKey: [...SCENARIOS, 'list'] as const,
  queryFn: get<SummaryList>('/scenarios'),
});

/** One scenario with its draft. */
export const scenarioQuery = (id: string) =>
  queryOptions({ queryKey: [...of(id), 'draft'] as const, queryFn: get<ScenarioView>(`/scenarios/${id}`) });

/** Numbers and other scenarios that lead to it. */
export const usesQuery = (id: string) =>
  queryOptions({ queryKey: [...of(id), 'uses'] as const, queryFn: get<UsesView>(`/scenarios/${id}/uses`) });

/** What was published, newest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...of(id), 'versions'] as const,
    queryFn: get<VersionListView>(`/scenarios/${id}/versions`),
  });

/** Document of a version, which never changes. */
export const versionQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: [...of(id), 'version', hash] as const,
    queryFn: get<VersionDocument>(`/scenarios/${id}/versions/${hash}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What differs between two versions, or a version and the draft (`draft`, of this revision). */
export const differenceQuery = (id: string, revision: number, from: string, to: string) =>
  queryOptions({
    queryKey: [...of(id), 'difference', revision, from, to] as const,
    queryFn: get<DifferenceView>(`/scenarios/${id}/difference`, { from, to }),
  });

/** Kept calls that are run against each new version. */
export const testsQuery = (id: string) =>
  queryOptions({
    queryKey: [...of(id), 'tests'] as const,
    queryFn: get<TestList>(`/scenarios/${id}/tests`),
  });

/** Results of the tests with the draft of this revision; what was shown stays until they have run anew. */
export const testRunQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: [...of(id), 'test-run', revision] as const,
    queryFn: ({ signal }) => request<TestRunView>('POST', `/scenarios/${id}/tests/run`, {}, { signal }),
    placeholderData: keepPreviousData,
  });

/** Problems of a document, and what walking all its paths found (up to 2 s). `key` changes with the document. */
export const checkQuery = (id: string, key: string | number, document: unknown) =>
  queryOptions({
    queryKey: [...of(id), 'check', key] as const,
    queryFn: ({ signal }) =>
      request<CheckView>('POST', '/scenarios/check', { document, explore: true, scenario: id }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

/** What callers did in each block between two instants, ISO 8601. */
export const figuresQuery = (id: string, from: string | null, to: string | null) =>
  queryOptions({
    queryKey: [...of(id), 'figures', from, to] as const,
    queryFn: get<FiguresView>(`/scenarios/${id}/figures`, { from, to }),
    placeholderData: keepPreviousData,
  });

/** How often callers in blocks are counted, ms: fast enough to see them move. */
const COUNT_EVERY_MS = 2_000;

/** Callers in each block now. */
export const occupancyQuery = (id: string) =>
  queryOptions({
    queryKey: [...of(id), 'occupancy'] as const,
    queryFn: get<OccupancyView>(`/scenarios/${id}/occupancy`),
    refetchInterval: COUNT_EVERY_MS,
  });
