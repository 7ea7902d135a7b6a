import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PromptListView, PromptUsesView, VoiceListView } from '../../../../contracts/api/prompts.ts';
import { address, get } from '../../api/client.ts';

/** First part of the key of everything that is read of prompts. */
export const PROMPTS = ['prompts'] as const;

export const promptsQuery = queryOptions({
  queryKey: [...PROMPTS, 'list'],
  queryFn: get<PromptListView>('/prompts'),
});
export const voicesQuery = queryOptions({
  queryKey: ['voices'],
  queryFn: get<VoiceListView>('/voices'),
  // It changes with a restart only.
  staleTime: 60_000,
});
export const promptUsesQuery = (id: string) =>
  queryOptions({ queryKey: [...PROMPTS, 'uses', id], queryFn: get<PromptUsesView>(`/prompts/${id}/uses`) });

/** Prompts of the company with their files, for pickers. */
export const usePrompts = (): UseQueryResult<PromptListView> => useQuery(promptsQuery);
/** Voices of this installation. */
export const useVoices = (): UseQueryResult<VoiceListView> => useQuery(voicesQuery);

/** Where a prompt's sound is, shipped or own, by its path. */
export const promptAudioUrl = (path: string): string => address('/prompt-audio', { path });
