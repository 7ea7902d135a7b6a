import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestRunView } from '../../../../../contracts/api/scenarios.ts';

type Result = TestRunView['results'][number];

/** Where a test's call went another way first: what was expected, what came. */
export function FirstDifference({ result }: { result: Result }): ReactElement | null {
  const { t } = useTranslation();
  if (result.passed) return null;
  return (
    <dl className="cw-first-difference">
      <dt>{t('scenarios.tests.expected')}</dt>
      <dd>{result.expected ?? t('scenarios.difference.none')}</dd>
      <dt>{t('scenarios.tests.got')}</dt>
      <dd>{result.got ?? t('scenarios.difference.none')}</dd>
    </dl>
  );
}
