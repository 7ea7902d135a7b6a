import type { ReactElement } from 'react';
import type { MessageProblem } from '../../../../../contracts/api/messages.ts';
import { Notice } from '../../../components/notice.tsx';
import { type Place, problemsAt } from './problem-place.ts';
import { useProblemText } from './use-problem-text.ts';

/** What is wrong with one part of the page (null: with the whole), a line each. */
export function ProblemList({
  problems,
  place,
  tone = 'bad',
}: {
  problems: readonly MessageProblem[];
  place: Place | null;
  tone?: 'bad' | 'warn';
}): ReactElement | null {
  const words = useProblemText();
  const here = problemsAt(problems, place);
  if (here.length === 0) return null;
  return (
    <Notice tone={tone}>
      {here.map((problem) => (
        <p key={problem.code}>{words(problem)}</p>
      ))}
    </Notice>
  );
}
