import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  TemplateDraft,
  TemplateListView,
  TemplatePreview,
} from '../../../../contracts/api/message-templates.ts';
import { get, request } from '../../api/client.ts';

export const TEMPLATES = ['message-templates'] as const;

/** Texts to fill in, by name. */
export const templatesQuery = queryOptions({
  queryKey: TEMPLATES,
  queryFn: get<TemplateListView>('/message-templates'),
});

export type PreviewOrder = Pick<TemplateDraft, 'kind' | 'purpose' | 'body'> & {
  readonly variables: Readonly<Record<string, string>>;
};

/** What a template would make of sample values. What was shown stays until the next answer. */
export const previewQuery = (order: PreviewOrder) =>
  queryOptions({
    queryKey: ['message-template-preview', order] as const,
    queryFn: ({ signal }) =>
      request<TemplatePreview>('POST', '/message-templates/preview', order, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
