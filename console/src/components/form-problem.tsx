import type { ReactElement } from 'react';
import { ApiProblem, type ProblemCode } from '../api/problem.ts';
import { Notice } from './notice.tsx';
import { useProblemWords } from './problem-words.ts';

/** Why a form was not taken; `words` say by code what it means in this form. Nothing while nothing is wrong. */
export function FormProblem({
  problem,
  words = {},
}: {
  problem: unknown;
  words?: Partial<Record<ProblemCode, string>>;
}): ReactElement | null {
  const { title, advice } = useProblemWords(problem);
  if (problem === null || problem === undefined) return null;
  const own = problem instanceof ApiProblem ? words[problem.code] : undefined;
  return (
    <Notice tone="bad">
      {own ?? (
        <>
          <strong>{title}</strong> {advice}
        </>
      )}
    </Notice>
  );
}
