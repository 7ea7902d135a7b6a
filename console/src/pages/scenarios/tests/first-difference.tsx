import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestRunView } from '../../../../../contracts/api/scenarios.ts';
import { useCallWords } from '../../calls/use-call-words.ts';

const RESULTS: ReadonlySet<string> = new Set(['success', 'client', 'upstream', 'server', 'indeterminate']);

type Result = TestRunView['results'][number];

/** Where a test's call went another way first: what was expected, what came. */
export function FirstDifference({
  result,
  placeWords,
}: {
  result: Result;
  placeWords: (place: string) => string;
}): ReactElement | null {
  const { t } = useTranslation();
  const words = useCallWords();
  /** Words that were said stay; blocks and ends of calls are named as everywhere. */
  const said = (text: string | null): string => {
    if (text === null) return t('scenarios.difference.none');
    const [, front = '', back = ''] = /^([a-zA-Z][\w-]*)\/([a-zA-Z][\w-]*)$/.exec(text) ?? [];
    if (front === '') return text;
    return RESULTS.has(front) ? words.reason(back) : placeWords(text);
  };
  if (result.passed) return null;
  return (
    <dl className="cw-first-difference">
      <dt>{t('scenarios.tests.expected')}</dt>
      <dd>{said(result.expected)}</dd>
      <dt>{t('scenarios.tests.got')}</dt>
      <dd>{said(result.got)}</dd>
    </dl>
  );
}
