import type { LookupQuestion, ProviderWord } from '../../../../contracts/message/provider.ts';
import { REQUEST_MS } from '../shared/time-budget.ts';
import type { GatewayApi } from './api.ts';
import { Looked } from './shapes.ts';
import { wordOf } from './words.ts';

type Parts = { api: GatewayApi; requestMs: number | undefined; now: () => number };

/** Asks the gateway by our references; `absent` is its promise that a late request of ours will not be sent either. */
export const createLookup =
  ({ api, requestMs = REQUEST_MS, now }: Parts) =>
  async (questions: readonly LookupQuestion[]): Promise<ProviderWord[]> => {
    const asked = new Set(questions.map(({ ref }) => ref));
    const answer = await api('lookup', { refs: [...asked] }, requestMs);
    if (answer.kind !== 'answer' || answer.status < 200 || answer.status >= 300) return [];
    const looked = Looked.safeParse(answer.body);
    if (!looked.success) return [];
    return looked.data.results
      .filter(({ ref }) => asked.has(ref))
      .map((result) =>
        result.status === 'absent' ? { by: { ref: result.ref }, kind: 'absent' } : wordOf(result, now()),
      );
  };
