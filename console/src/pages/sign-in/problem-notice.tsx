import type { ReactElement } from 'react';
import { Notice } from '../../components/notice.tsx';
import { useProblemWords } from '../../components/problem-words.ts';

/** What went wrong with a form and what to do; nothing while nothing has. */
export function ProblemNotice({ problem }: { problem: unknown }): ReactElement | null {
  const { title, advice } = useProblemWords(problem);
  if (problem === null) return null;
  return (
    <Notice tone="bad">
      <strong>{title}</strong> {advice}
    </Notice>
  );
}
