import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioTestView, TestRunView } from '../../../../../contracts/api/scenarios.ts';
import type { Column } from '../../../components/data-table.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { useCallWords } from '../../calls/use-call-words.ts';
import { useInputWords } from '../simulate/use-input-words.ts';
import { FirstDifference } from './first-difference.tsx';
import { TestActions } from './test-actions.tsx';

export type TestRow = ScenarioTestView & {
  /** Undefined while it runs for the first time. */
  readonly result: TestRunView['results'][number] | undefined;
};

/** What the list shows of a test. */
export function useTestColumns(
  id: string,
  document: unknown,
  placeWords: (place: string) => string,
): readonly Column<TestRow>[] {
  const { t } = useTranslation();
  const words = useCallWords();
  const inputWords = useInputWords();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('scenarios.tests.field.name'),
        cell: ({ name }) => <strong>{name}</strong>,
        sortBy: ({ name }) => name,
        fixed: true,
      },
      {
        key: 'result',
        title: t('scenarios.tests.field.result'),
        fixed: true,
        cell: ({ result }) =>
          result === undefined ? (
            <span className="cw-muted">{t('scenarios.tests.running')}</span>
          ) : (
            <>
              <StatusTag tone={result.passed ? 'ok' : 'bad'}>
                {t(result.passed ? 'scenarios.tests.passed' : 'scenarios.tests.failed')}
              </StatusTag>
              <FirstDifference result={result} placeWords={placeWords} />
            </>
          ),
        sortBy: ({ result }) => Number(result?.passed ?? true),
      },
      {
        key: 'steps',
        title: t('scenarios.tests.field.steps'),
        cell: ({ given }) => (
          <span className="cw-breaks">
            {given.inputs.map(inputWords).join(' → ') || <span className="cw-muted">–</span>}
          </span>
        ),
      },
      {
        key: 'outcome',
        title: t('scenarios.tests.field.outcome'),
        cell: ({ expect }) => words.reason(expect.outcome.reason),
        sortBy: ({ expect }) => expect.outcome.reason,
      },
      {
        key: 'updatedAt',
        title: t('scenarios.tests.field.updatedAt'),
        cell: ({ updatedAt }) => <DateTime at={updatedAt} />,
        sortBy: ({ updatedAt }) => updatedAt,
        hiddenAtFirst: true,
      },
      {
        key: 'actions',
        title: t('scenarios.field.actions'),
        fixed: true,
        cell: (test) => <TestActions id={id} document={document} test={test} />,
      },
    ],
    [t, words, inputWords, id, document, placeWords],
  );
}
