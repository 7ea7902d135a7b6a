import { CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProblemView } from '../../../../../contracts/api/scenarios.ts';
import { StatusTag } from '../../../components/status-tag.tsx';

/** What the linter found, worst first; each leads to its block in the design. */
export function ProblemList({
  problems,
  placeWords,
  onShow,
}: {
  problems: readonly ProblemView[];
  placeWords: (place: string) => string;
  /** A problem was followed to its block. */
  onShow?: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  /** In the reader's language; a code of a newer api in the words that came with it. */
  const said = ({ code, facts, message }: ProblemView): string => {
    const key = `scenarioDesigner.problem.${code}`;
    return i18n.exists(key) ? t(key as 'scenarios.title', { ...facts }) : message;
  };
  const ordered = problems.toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  return (
    <ul className="cw-problems">
      {ordered.map((problem) => (
        <li key={`${problem.code} ${problem.block} ${problem.message}`}>
          <StatusTag
            tone={problem.severity === 'error' ? 'bad' : 'warn'}
            icon={
              problem.severity === 'error' ? (
                <CloseCircleOutlined aria-hidden />
              ) : (
                <ExclamationCircleOutlined aria-hidden />
              )
            }
          >
            {t(`scenarios.problem.${problem.severity}`)}
          </StatusTag>
          <span>
            <b>{problem.block === null ? t('scenarios.problem.document') : placeWords(problem.block)}</b>{' '}
            {said(problem)}{' '}
            {problem.block !== null && (
              <Link to={`?block=${encodeURIComponent(problem.block)}`} onClick={onShow}>
                {t('scenarios.problem.show')}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
