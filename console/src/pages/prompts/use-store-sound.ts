import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PromptStoredView } from '../../../../contracts/api/prompts.ts';
import type { Language } from '../../../../contracts/scenario/language.ts';
import { request } from '../../api/client.ts';
import { PROMPTS } from './prompts-query.ts';

/** Ways to a sound: a file (from disk or from the microphone), or speech of the words; or other words for what is there. */
export type SoundOrder =
  | { readonly kind: 'file'; readonly source: 'upload' | 'microphone'; readonly file: Blob }
  | { readonly kind: 'speech'; readonly voice: string | undefined }
  | { readonly kind: 'text' };

export type StoreSound = UseMutationResult<PromptStoredView | undefined, Error, SoundOrder>;

/** Puts a sound in place of a prompt's file in a language. */
export function useStoreSound(prompt: string, language: Language, text: string): StoreSound {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (order: SoundOrder) => {
      switch (order.kind) {
        case 'file':
          return request<PromptStoredView>('PUT', `/prompts/${prompt}/files/${language}`, order.file, {
            query: { source: order.source, text },
          });
        case 'speech':
          return request<PromptStoredView>('POST', `/prompts/${prompt}/speak`, {
            language,
            text,
            ...(order.voice === undefined ? {} : { voice: order.voice }),
          });
        case 'text':
          await request('PATCH', `/prompts/${prompt}`, { texts: { [language]: text } });
          return undefined;
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: PROMPTS }),
  });
}
