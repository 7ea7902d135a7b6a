import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '../../../../../../contracts/api/scenarios.ts';
import { Notice } from '../../../../components/notice.tsx';
import { useActions } from '../state/use-designer.ts';
import { ProblemLines } from './problem-lines.tsx';

/** Everything that is wrong: what stands in the way of publishing first. */
export function ProblemsPanel({ check }: { check: CheckView | undefined }): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  if (check === undefined) return <p className="cw-muted">{t('scenarioDesigner.problems.checking')}</p>;
  const errors = check.problems.filter(({ severity }) => severity === 'error');
  const warnings = check.problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length === 0 ? (
        <Notice tone="ok">{t('scenarioDesigner.problems.none')}</Notice>
      ) : (
        <p>{t('scenarioDesigner.problems.errors', { count: errors.length })}</p>
      )}
      <ProblemLines problems={errors} named jump={actions.jump} />
      {warnings.length > 0 && <p>{t('scenarioDesigner.problems.warnings', { count: warnings.length })}</p>}
      <ProblemLines problems={warnings} named jump={actions.jump} />
    </>
  );
}
