import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import type { components } from '../i18n/ko/components.ts';

type Known = Exclude<
  keyof (typeof components)['problem'],
  'reference' | 'unknown' | 'unknownAdvice' | `${string}-advice`
>;

const KNOWN: readonly Known[] = [
  ...(['net/unreachable', 'db/unavailable', 'temporal/unavailable'] as const),
  ...(['auth/forbidden', 'auth/too-many-tries'] as const),
  ...(['request/not-found', 'request/invalid', 'request/conflict', 'request/too-large'] as const),
];

/** What a failed request means and what to do about it, in the user's language. */
export type ProblemWords = {
  readonly title: string;
  readonly advice: string;
  /** For questions to us; null when we were not reached. */
  readonly requestId: string | null;
};

/** Words for anything that a query or a mutation threw. */
export function useProblemWords(problem: unknown): ProblemWords {
  const { t } = useTranslation();
  const code = problem instanceof ApiProblem ? KNOWN.find((known) => known === problem.code) : undefined;
  const requestId = problem instanceof ApiProblem ? problem.requestId : null;
  if (code === undefined)
    return {
      title: t('components.problem.unknown'),
      advice: t('components.problem.unknownAdvice'),
      requestId,
    };
  return {
    title: t(`components.problem.${code}`),
    advice: t(`components.problem.${code}-advice`),
    requestId,
  };
}
