import { queryOptions } from '@tanstack/react-query';
import type { CalendarListView } from '../../../../contracts/api/calendars.ts';
import type {
  FallbackPromptListView,
  NumberListView,
  ScenarioListView,
} from '../../../../contracts/api/numbers.ts';
import { get } from '../../api/client.ts';

/** What is open changes with the clock, so the list is asked again each minute. */
const ASK_EVERY_MS = 60_000;

/** Numbers with what answers them. */
export const numbersQuery = queryOptions({
  queryKey: ['numbers'] as const,
  queryFn: get<NumberListView>('/numbers'),
  refetchInterval: ASK_EVERY_MS,
});

/** Published versions of all companies that one may see. */
export const scenariosQuery = queryOptions({
  queryKey: ['scenario-versions'] as const,
  queryFn: get<ScenarioListView>('/scenario-versions'),
  staleTime: ASK_EVERY_MS,
});

/** The shipped prompts that may be spoken as fallback; they change with a release only. */
export const fallbackPromptsQuery = queryOptions({
  queryKey: ['fallback-prompts'] as const,
  queryFn: get<FallbackPromptListView>('/fallback-prompts'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Business hours that a number may have. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars', 'choices'] as const,
  queryFn: get<CalendarListView>('/calendars'),
  staleTime: ASK_EVERY_MS,
});
