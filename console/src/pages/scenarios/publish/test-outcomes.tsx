import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestRunView } from '../../../../../contracts/api/scenarios.ts';
import { Notice } from '../../../components/notice.tsx';
import { FirstDifference } from '../tests/first-difference.tsx';

/** How the kept calls went with the draft; failed ones with where they differ first. */
export function TestOutcomes({
  run,
  placeWords,
}: {
  run: TestRunView;
  placeWords: (place: string) => string;
}): ReactElement {
  const { t } = useTranslation();
  const failed = run.results.filter(({ passed }) => !passed);
  const total = run.results.length;
  if (total === 0) return <p className="cw-muted">{t('scenarios.publish.noTests')}</p>;
  return (
    <>
      <Notice tone={failed.length === 0 ? 'ok' : 'bad'}>
        {t('scenarios.publish.tests', { total, passed: total - failed.length })}
      </Notice>
      {failed.map((result) => (
        <section key={result.test} className="cw-card">
          <p>{t('scenarios.publish.failedTest', { name: result.name })}</p>
          <FirstDifference result={result} placeWords={placeWords} />
        </section>
      ))}
    </>
  );
}
