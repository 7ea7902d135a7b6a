import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MessagePreview } from '../../../../../contracts/api/messages.ts';
import type { Exclusion } from '../../../../../contracts/message/kinds.ts';
import { request } from '../../../api/client.ts';
import { useLater } from '../../../components/use-later.ts';
import type { Draft } from './draft.ts';
import { orderOf } from './order.ts';

const PAUSE_MS = 400;
/** A long list is asked for less often: 10,000 recipients are 2 MB. */
const PAUSE_PER_RECIPIENT_MS = 0.1;

export type Preview = {
  /** Of the draft as it was a moment ago; undefined before the first answer and without recipients. */
  readonly answer: MessagePreview | undefined;
  /** The answer is about what stands on the page now. */
  readonly current: boolean;
  readonly failed: unknown;
  /** Why the api leaves somebody out, by the recipient's id; known for those that it listed. */
  readonly exclusions: ReadonlyMap<string, Exclusion>;
};

const NOBODY: ReadonlyMap<string, Exclusion> = new Map();

/** What would be sent and what it would cost, asked a moment after the last change; sends nothing. */
export function usePreview(draft: Draft): Preview {
  const asked = useLater(draft, PAUSE_MS + draft.recipients.length * PAUSE_PER_RECIPIENT_MS);
  const any = draft.recipients.length > 0 && asked.recipients.length > 0;
  const query = useQuery({
    // A draft is never changed in place, so its number tells it apart without writing 2 MB as a key.
    queryKey: ['message-preview', asked.key, numberOf(asked)] as const,
    queryFn: async ({ signal }) => ({
      of: asked,
      answer: await request<MessagePreview>('POST', '/messages/preview', orderOf(asked), { signal }),
    }),
    enabled: any,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const data = any ? query.data : undefined;
  const exclusions = useMemo(
    () =>
      data === undefined
        ? NOBODY
        : new Map(
            data.answer.rows.flatMap(({ row, exclusion }) => {
              const id = data.of.recipients[row - 1]?.id;
              return exclusion === null || id === undefined ? [] : [[id, exclusion] as const];
            }),
          ),
    [data],
  );
  return {
    answer: data?.answer,
    current: data?.of === draft,
    failed: any ? query.error : null,
    exclusions,
  };
}

const numbers = new WeakMap<Draft, number>();
let last = 0;

function numberOf(draft: Draft): number {
  const known = numbers.get(draft);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(draft, last);
  return last;
}
