import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import { useProblemSentence } from './use-problem-sentence.ts';

/** What is wrong, in the reader's language; a press leads to the block. */
export function ProblemLines({
  problems,
  named = false,
  jump,
}: {
  problems: readonly ProblemView[];
  /** With the name of the block, where it is not clear. */
  named?: boolean;
  jump: (place: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (problems.length === 0) return null;
  return (
    <ul className="cw-problems">
      {problems.map((problem, index) => {
        const { place, says } = sentence(problem);
        const Icon = problem.severity === 'error' ? ExclamationCircleFilled : WarningFilled;
        const words = (
          <>
            <Icon aria-hidden />
            <span>
              <span className="cw-hidden">{t(`scenarioDesigner.severity.${problem.severity}`)} </span>
              {named && place !== null && <b>{place}: </b>}
              {says}
            </span>
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same can be wrong twice
          <li key={index} data-severity={problem.severity}>
            {problem.block === null || !named ? (
              <span className="cw-problem">{words}</span>
            ) : (
              <button type="button" className="cw-problem" onClick={() => jump(problem.block ?? '')}>
                {words}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
