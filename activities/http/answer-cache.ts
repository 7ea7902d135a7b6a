import type { FetchAnswer, FetchRequest } from './types.ts';

/** Good answers to GET, for as long as a block lets them be used; each company has its own. */
export type AnswerCache = {
  get(request: FetchRequest): FetchAnswer | undefined;
  put(request: FetchRequest, answer: FetchAnswer): void;
};

/** An answer is a few values of 200 characters: 1,000 of them are at most some MB. */
const KEPT = 1_000;

/** @param now ms; a clock that only goes forward is not needed, answers are seconds to a day old */
export function createAnswerCache(now: () => number): AnswerCache {
  const answers = new Map<string, { answer: FetchAnswer; at: number }>();
  const keyOf = ({ tenant, url, take }: FetchRequest): string => JSON.stringify([tenant, url, take]);
  const isKept = ({ method, cacheMs }: FetchRequest): boolean => method === 'GET' && cacheMs > 0;
  return {
    get(request) {
      if (!isKept(request)) return undefined;
      const known = answers.get(keyOf(request));
      return known !== undefined && now() - known.at < request.cacheMs ? known.answer : undefined;
    },
    put(request, answer) {
      if (!isKept(request) || answer.result !== 'ok') return;
      const key = keyOf(request);
      answers.delete(key);
      answers.set(key, { answer, at: now() });
      const oldest = answers.keys().next().value;
      if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
    },
  };
}
