import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { Notice } from '../../components/notice.tsx';

/** What went wrong with the last press of a button, in a sentence. */
export function ProblemLine({ problem }: { problem: unknown }): ReactElement | null {
  const { t } = useTranslation();
  if (problem === undefined) return null;
  const code = problem instanceof ApiProblem ? problem.code : undefined;
  if (code === 'net/unreachable') return <Notice tone="bad">{t('phone.problem.unreachable')}</Notice>;
  if (code === 'switch/not-sent') return <Notice tone="bad">{t('phone.problem.switchAway')}</Notice>;
  if (code === 'request/invalid') return <Notice tone="bad">{t('phone.problem.invalid')}</Notice>;
  return <Notice tone="bad">{t('phone.problem.failed')}</Notice>;
}
