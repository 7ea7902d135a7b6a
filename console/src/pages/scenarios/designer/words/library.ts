import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { CalendarListView } from '../../../../../../contracts/api/calendars.ts';
import type { FallbackPromptListView } from '../../../../../../contracts/api/numbers.ts';
import type { PromptListView, PromptView, VoiceListView } from '../../../../../../contracts/api/prompts.ts';
import { get } from '../../../../api/client.ts';
import { scenariosQuery } from '../../scenarios-query.ts';

const LONG_MS = 60_000;

export const shippedQuery = queryOptions({
  queryKey: ['fallback-prompts'] as const,
  queryFn: get<FallbackPromptListView>('/fallback-prompts'),
  staleTime: LONG_MS,
  retry: false,
});
export const promptsQuery = queryOptions({
  queryKey: ['prompts'] as const,
  queryFn: get<PromptListView>('/prompts'),
  staleTime: LONG_MS,
  retry: false,
});
export const voicesQuery = queryOptions({
  queryKey: ['voices'] as const,
  queryFn: get<VoiceListView>('/voices'),
  staleTime: LONG_MS,
  retry: false,
});
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'] as const,
  queryFn: get<CalendarListView>('/calendars'),
  staleTime: LONG_MS,
  retry: false,
});

/** What a scenario of the company can name: prompts, calendars, other scenarios. What may not be read is empty. */
export type Library = {
  readonly shipped: readonly { readonly path: string; readonly words: string }[];
  readonly prompts: readonly PromptView[];
  readonly calendars: readonly { readonly id: string; readonly name: string }[];
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
  /** A text without a file can be spoken here. */
  readonly speaks: boolean;
};

const NONE: Library = { shipped: [], prompts: [], calendars: [], scenarios: [], speaks: false };
/** Read once for the whole designer: every block shows words of it. */
export const LibraryContext = createContext<Library>(NONE);
export const useLibrary = (): Library => useContext(LibraryContext);

/** Reads what can be named; what may not be read, or does not answer, is empty. */
export function useReadLibrary(): Library {
  const shipped = useQuery(shippedQuery).data;
  const prompts = useQuery(promptsQuery).data;
  const voices = useQuery(voicesQuery).data;
  const calendars = useQuery(calendarsQuery).data;
  const scenarios = useQuery({ ...scenariosQuery, staleTime: LONG_MS }).data;
  return useMemo(
    () => ({
      shipped: shipped?.prompts ?? [],
      prompts: prompts?.prompts ?? [],
      calendars: calendars?.calendars ?? [],
      scenarios: scenarios?.scenarios ?? [],
      speaks: (voices?.voices.length ?? 0) > 0,
    }),
    [shipped, prompts, voices, calendars, scenarios],
  );
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** File that says a text already, as the compiler will find it; null: it has yet to be spoken. */
export function fileOfText(library: Library, text: string): string | null {
  const wanted = tidy(text);
  const own = library.prompts.flatMap(({ files }) => files).find((file) => tidy(file.text) === wanted);
  return own?.path ?? library.shipped.find(({ words }) => tidy(words) === wanted)?.path ?? null;
}

/** Words of a shipped file; its path while they are not known. */
export const wordsOfPath = (library: Library, path: string): string =>
  library.shipped.find((one) => one.path === path)?.words ?? path;
